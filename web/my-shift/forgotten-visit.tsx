/** Asked once about a visit that nobody ended: until when were you there? */
import { useSignal } from '@preact/signals';
import { MINUTE_MS } from '#core/calendar/duration.ts';
import type { EpochMs } from '#core/model.ts';
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { endVisit, stayAtVisit } from './actions.ts';
import { type AskedVisit, keepStay } from './forgotten.ts';
import { forgetOutcome, readOutcome } from './kept-outcome.ts';
import { now, placeById, refresh, type Visit } from './state.ts';

/** How long a visit may have lasted, for those who give another time. */
const LENGTHS_MIN = [5, 10, 15, 20, 25, 30, 40, 50, 60, 90] as const;

interface ForgottenVisitProps {
  readonly asked: AskedVisit;
  readonly onEnded: (visit: Visit) => void;
}

export function ForgottenVisit({ asked: { visit, endedAt }, onEnded }: ForgottenVisitProps) {
  const isChoosing = useSignal(false);
  const act = useAct();
  const words = myShiftText.value;
  const code = placeById(visit.hotSpotId)?.properties.code ?? '';
  const end = (at: EpochMs) => async () => {
    const ended = await endVisit(visit, readOutcome(visit.id), at);
    forgetOutcome(visit.id);
    onEnded(ended);
    await refresh();
  };
  const stay = async () => {
    keepStay(visit.id, now.peek());
    await stayAtVisit(visit, now.peek());
  };
  const choose = (choosing: boolean) => () => {
    isChoosing.value = choosing;
  };
  const startedAt = Date.parse(visit.startedAt);
  return (
    <section class="my-shift-body">
      <p class="code">
        {code} · {words.sinceAt(clock(startedAt))}
      </p>
      <h2 class="big-heading" aria-live="polite">
        {isChoosing.value ? words.untilWhen : words.wereYouThere(code, clock(endedAt))}
      </h2>
      <p class="meta">{words.forgottenHint}</p>
      <div class="actions">
        <ActError act={act} />
        {isChoosing.value ? (
          <>
            <div class="two">
              {endsFor(startedAt, now.value).map((at) => (
                <button
                  key={at}
                  type="button"
                  class="big-button"
                  disabled={act.busy}
                  onClick={() => act.run(end(at))}
                >
                  {clock(at)}
                </button>
              ))}
            </div>
            <button type="button" class="big-button" onClick={choose(false)}>
              {words.back}
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              class="big-button"
              disabled={act.busy}
              onClick={() => act.run(stay)}
            >
              {words.stillThere}
            </button>
            <button type="button" class="big-button" onClick={choose(true)}>
              {words.noUntil}
            </button>
            <button
              type="button"
              class="big-button accent"
              disabled={act.busy}
              onClick={() => act.run(end(endedAt))}
            >
              {words.yesUntil(clock(endedAt))}
            </button>
          </>
        )}
      </div>
    </section>
  );
}

const endsFor = (startedAt: EpochMs, before: EpochMs): EpochMs[] =>
  LENGTHS_MIN.map((minutes) => startedAt + minutes * MINUTE_MS).filter((at) => at <= before);
