/** After a visit: it is saved; undo for a minute, counters and a note if wanted, then on. */
import { useSignal } from '@preact/signals';
import { LIMITS } from '#contract/paths.ts';
import { noteWarnings } from '#core/note-warning.ts';
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { reopenVisit, tally } from './actions.ts';
import { Counters } from './counters.tsx';
import { now, placeById, refresh, type Visit } from './state.ts';

const UNDO_MS = 60_000;

interface EndedVisitProps {
  readonly visit: Visit;
  readonly onDone: () => void;
}

export function EndedVisit({ visit, onDone }: EndedVisitProps) {
  const act = useAct();
  const outcome = useSignal(visit.outcome);
  const note = useSignal(visit.note);
  const confirmed = useSignal(false);
  const shownAt = useSignal(now.peek());
  const words = myShiftText.value;
  const place = placeById(visit.hotSpotId)?.properties;
  const minutes = Math.round(
    (Date.parse(visit.endedAt ?? visit.startedAt) - Date.parse(visit.startedAt)) / 60_000,
  );
  const undoLeft = Math.ceil((UNDO_MS - (now.value - shownAt.value)) / 1000);
  const warnings = noteWarnings(note.value);
  const isChanged = note.value !== visit.note || outcome.value !== visit.outcome;
  const finish = async () => {
    if (isChanged) await tally(visit, outcome.value, note.value, confirmed.value);
    onDone();
    await refresh();
  };
  const undo = async () => {
    await reopenVisit(visit);
    onDone();
  };
  return (
    <section class="my-shift-body">
      <p class="code">{place?.code}</p>
      <h2 class="big-heading">{words.ended(minutes)}</h2>
      <label class="field push-down">
        <span>{words.note}</span>
        <textarea
          rows={2}
          maxLength={LIMITS.note}
          value={note.value}
          onInput={(event) => {
            note.value = event.currentTarget.value;
            confirmed.value = false;
          }}
        />
        <span class="hint">{words.noteHint(LIMITS.note - note.value.length)}</span>
      </label>
      {warnings.length > 0 && (
        <div class="notice error" role="alert">
          {warnings.map((warning) => words.noteWarns[warning]).join(' ')}
          <label class="check-row">
            <input
              type="checkbox"
              checked={confirmed.value}
              onChange={(event) => {
                confirmed.value = event.currentTarget.checked;
              }}
            />
            {words.noteConfirm}
          </label>
        </div>
      )}
      <div class="actions">
        <Counters
          outcome={outcome.value}
          onChange={(next) => {
            outcome.value = next;
          }}
        />
        <ActError act={act} />
        <div class="two">
          {undoLeft > 0 && !visit.late && (
            <button
              type="button"
              class="big-button"
              disabled={act.busy}
              onClick={() => act.run(undo)}
            >
              {words.undoEnd(undoLeft)}
            </button>
          )}
          <button
            type="button"
            class="big-button accent"
            disabled={act.busy || (warnings.length > 0 && !confirmed.value)}
            onClick={() => act.run(finish)}
          >
            {words.next}
          </button>
        </div>
      </div>
    </section>
  );
}
