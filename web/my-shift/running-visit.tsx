/** A visit that goes on: the clock with its ring, the counters, and the button that must be held. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { HoldButton } from '../ui/hold-button.tsx';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { endVisit } from './actions.ts';
import { Counters } from './counters.tsx';
import { Dial } from './dial.tsx';
import { forgetOutcome, keepOutcome, readOutcome } from './kept-outcome.ts';
import { DEFAULT_MARKS, type DwellMarks, dwellPhase } from './ring.ts';
import { mine, now, placeById, refresh, type Visit } from './state.ts';

interface RunningVisitProps {
  readonly visit: Visit;
  readonly onEnded: (visit: Visit) => void;
}

/** The marks of the window that the visit answers, else the defaults. */
function marksOf(visit: Visit): DwellMarks {
  const planned = mine.value?.stops.find((stop) => stop.slotId === visit.slotId)?.windowId;
  const windows = placeById(visit.hotSpotId)?.properties.windows ?? [];
  const window = windows.find(({ id }) => id === planned) ?? windows[0];
  if (!window) return DEFAULT_MARKS;
  return {
    countsFromMin: window.countsFromMin ?? 10,
    dwellMin: window.dwellMin ?? 15,
    ceilingMin: window.ceilingMin ?? 20,
  };
}

export function RunningVisit({ visit, onEnded }: RunningVisitProps) {
  const outcome = useSignal(readOutcome(visit.id));
  const act = useAct();
  const words = myShiftText.value;
  const place = placeById(visit.hotSpotId)?.properties;
  const started = Date.parse(visit.startedAt);
  const marks = marksOf(visit);
  const elapsed = now.value - started;
  useMarkVibration(dwellPhase(elapsed, marks));
  const end = async () => {
    const ended = await endVisit(visit, outcome.value);
    forgetOutcome(visit.id);
    onEnded(ended);
    await refresh();
  };
  const at = (minutes: number) => clock(started + minutes * 60_000);
  return (
    <section class="my-shift-body running">
      <h2 class="big-heading">{place?.name}</h2>
      <p class="code">
        {place?.code} · {words.sinceAt(clock(started))}
      </p>
      <Dial elapsedMs={elapsed} marks={marks} countsAt={at(marks.countsFromMin)} />
      <p class="meta">{words.moveOn(at(marks.dwellMin))}</p>
      <div class="actions">
        <Counters
          outcome={outcome.value}
          onChange={(next) => {
            outcome.value = next;
            keepOutcome(visit.id, next);
          }}
        />
        <ActError act={act} />
        <HoldButton class="end-button" disabled={act.busy} onHeld={() => act.run(end)}>
          {words.holdToEnd}
        </HoldButton>
      </div>
    </section>
  );
}

/** Felt through gloves: once when it becomes a dose, twice when it is time to move on. */
function useMarkVibration(phase: string): void {
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    if (phase === 'dose') navigator.vibrate?.(200);
    if (phase === 'enough') navigator.vibrate?.([200, 150, 200]);
    if (phase === 'above') navigator.vibrate?.([400, 150, 400]);
  }, [phase]);
}
