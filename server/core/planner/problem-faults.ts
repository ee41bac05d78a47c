import type { PlanningProblem, ProblemHotSpot, ProblemPatrol } from './problem.ts';

/** What is wrong with a problem: a JSON pointer, and a sentence that names the cure. */
export interface ProblemFault {
  readonly field: string;
  readonly message: string;
}

/** What types cannot say of a problem. Empty: the planner can take it. Contradictory locks are `lockedConflicts`. */
export function problemFaults(problem: PlanningProblem): ProblemFault[] {
  return [
    ...tableFaults(problem.walk, '/walk', problem),
    ...duplicateFaults('hotspots', problem.hotspots),
    ...duplicateFaults('patrols', problem.patrols),
    ...problem.hotspots.flatMap((spot, i) => hotSpotFaults(spot, `/hotspots/${i}`, problem)),
    ...problem.patrols.flatMap((patrol, i) => patrolFaults(patrol, `/patrols/${i}`, problem)),
    ...lockedFaults(problem),
  ];
}

function tableFaults(
  table: readonly (readonly number[])[],
  field: string,
  { places }: PlanningProblem,
): ProblemFault[] {
  const wanted = `give ${places.length} rows of ${places.length} minutes, one for each of places`;
  if (table.length !== places.length)
    return [{ field, message: `this table has ${table.length} rows: ${wanted}` }];
  return table.flatMap((row, i) =>
    row.length === places.length
      ? []
      : [{ field: `${field}/${i}`, message: `this row has ${row.length} minutes: ${wanted}` }],
  );
}

function duplicateFaults(list: string, things: readonly { readonly id: string }[]): ProblemFault[] {
  const seen = new Set<string>();
  return things.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ field: `/${list}/${i}/id`, message: `"${id}" stands twice: give each its own id` }];
  });
}

function hotSpotFaults(
  spot: ProblemHotSpot,
  field: string,
  problem: PlanningProblem,
): ProblemFault[] {
  const windows = spot.windows.flatMap((window, j) =>
    window.open < window.close
      ? []
      : [
          {
            field: `${field}/windows/${j}`,
            message: `opens at ${window.open} and closes at ${window.close}: let it close after it opens`,
          },
        ],
  );
  return [
    ...placeFault(spot.place, `${field}/place`, problem),
    ...windows,
    ...dwellFault(spot, `${field}/leastDwell`),
  ];
}

function dwellFault({ dwell, leastDwell = dwell }: ProblemHotSpot, field: string): ProblemFault[] {
  if (leastDwell <= dwell) return [];
  const message = `a visit of ${dwell} minutes cannot last ${leastDwell} at least: give at most ${dwell}`;
  return [{ field, message }];
}

function patrolFaults(
  patrol: ProblemPatrol,
  field: string,
  problem: PlanningProblem,
): ProblemFault[] {
  const faults = [
    ...placeFault(patrol.from, `${field}/from`, problem),
    ...placeFault(patrol.to, `${field}/to`, problem),
    ...spanFault(patrol, field),
    ...(patrol.legs ? tableFaults(patrol.legs, `${field}/legs`, problem) : []),
    ...(patrol.unavailable ?? []).flatMap((span, i) =>
      spanFault(span, `${field}/unavailable/${i}`),
    ),
  ];
  const pause = patrol.break;
  if (pause && pause.earliest > pause.latest) {
    const message = `the break is from ${pause.earliest} to ${pause.latest}: let latest be no earlier than earliest`;
    faults.push({ field: `${field}/break`, message });
  }
  return faults;
}

function spanFault(span: { start: number; end: number }, field: string): ProblemFault[] {
  if (span.start < span.end) return [];
  return [
    {
      field,
      message: `starts at ${span.start} and ends at ${span.end}: let it end after it starts`,
    },
  ];
}

function placeFault(place: number, field: string, { places }: PlanningProblem): ProblemFault[] {
  if (place < places.length) return [];
  return [{ field, message: `there is no place ${place}: give 0–${places.length - 1}` }];
}

function lockedFaults({ locked = [], patrols, hotspots }: PlanningProblem): ProblemFault[] {
  return locked.flatMap((visit, i) => {
    const faults: ProblemFault[] = [];
    if (!patrols[visit.patrol]) {
      const message = `there is no patrol ${visit.patrol}: give an index of patrols`;
      faults.push({ field: `/locked/${i}/patrol`, message });
    }
    if (!hotspots[visit.hotspot]) {
      const message = `there is no hot spot ${visit.hotspot}: give an index of hotspots`;
      faults.push({ field: `/locked/${i}/hotspot`, message });
    }
    return faults;
  });
}
