/**
 * The shift as a mixed-integer program whose optimum no plan exceeds: a flow for each class of patrols, at most one visit to
 * a hot spot in any span of its spacing, and the worth of a window's visits by steps that fall.
 */
import { visitShare } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { type Arc, type FlowNetwork, flowNetwork } from './flow-network.ts';
import { type PatrolClass, patrolClasses } from './patrol-classes.ts';
import { RowBuilder, type Term } from './row-builder.ts';
import { gridStep } from './time-grid.ts';

interface Flow {
  readonly network: FlowNetwork;
  readonly crew: PatrolClass;
  /** Column of the network's first arc; the others follow. */
  readonly first: number;
}

export function boundModel(problem: PlanningProblem): RowBuilder {
  const rows = new RowBuilder();
  const step = gridStep(problem);
  const flows = patrolClasses(problem).map((crew): Flow => {
    const network = flowNetwork(problem, crew.patrol, step);
    const first = rows.columns;
    for (const arc of network.arcs) rows.addColumn(0, crew.count, arc.visit !== undefined);
    return { network, crew, first };
  });
  for (const flow of flows) addFlow(rows, flow);
  addGaps(rows, problem, flows, step);
  addWorth(rows, problem, flows);
  return rows;
}

/** What flows into a node flows out of it; all patrols of the class go out, none above its ceiling in the mean. */
function addFlow(rows: RowBuilder, { network, crew, first }: Flow): void {
  const terms: Term[][] = Array.from({ length: network.nodes }, () => []);
  network.arcs.forEach(({ from, to }, index) => {
    terms[from]?.push({ column: first + index, factor: 1 });
    terms[to]?.push({ column: first + index, factor: -1 });
  });
  terms.forEach((own, node) => {
    const out = node === network.source ? crew.count : node === network.sink ? -crew.count : 0;
    if (own.length > 0) rows.addRow(own, out, out);
  });
  const { maxBusy } = crew.patrol;
  if (maxBusy === undefined) return;
  const busy = network.arcs.map((arc, index) => ({ column: first + index, factor: arc.busy }));
  rows.addRow(
    busy.filter(({ factor }) => factor > 0),
    Number.NEGATIVE_INFINITY,
    maxBusy * crew.count,
  );
}

/** Columns of the visits to a hot spot that `holds` is true of. */
const visitTerms = (
  flows: readonly Flow[],
  spot: number,
  holds: (visit: NonNullable<Arc['visit']>) => boolean,
): Term[] =>
  flows.flatMap(({ network, first }) =>
    network.arcs.flatMap(({ visit }, index) =>
      visit?.spot === spot && holds(visit) ? [{ column: first + index, factor: 1 }] : [],
    ),
  );

function addGaps(
  rows: RowBuilder,
  { hotspots, patrols }: PlanningProblem,
  flows: readonly Flow[],
  step: number,
): void {
  const end = Math.max(...patrols.map((patrol) => patrol.end));
  const start = Math.min(...patrols.map((patrol) => patrol.start));
  hotspots.forEach(({ spacing }, spot) => {
    if (spacing <= 0) return;
    for (let from = start; from < end; from += step) {
      const near = visitTerms(flows, spot, (v) => v.start >= from && v.start < from + spacing);
      if (near.length > 0) rows.addRow(near, Number.NEGATIVE_INFINITY, 1);
    }
  });
}

/** A window's k-th visit is worth less than the one before, so the steps are taken in their order. */
function addWorth(rows: RowBuilder, problem: PlanningProblem, flows: readonly Flow[]): void {
  problem.hotspots.forEach(({ windows, spacing, dwell, maxDoses }, spot) => {
    windows.forEach((window, index) => {
      const visits = visitTerms(flows, spot, (visit) => visit.window === index);
      if (visits.length === 0) return;
      const length = window.close - window.open - dwell;
      const most = spacing > 0 ? Math.floor(length / spacing) + 1 : visits.length;
      const steps = Array.from({ length: most }, (_, k) => ({
        column: rows.addColumn(window.weight * visitShare(problem, window.target, k + 1), 1, false),
        factor: -1,
      }));
      rows.addRow([...visits, ...steps], 0, 0);
    });
    const all = visitTerms(flows, spot, () => true);
    if (maxDoses !== undefined && all.length > 0)
      rows.addRow(all, Number.NEGATIVE_INFINITY, maxDoses);
  });
}
