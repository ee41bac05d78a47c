/** What the phone asks about the place it is in: one tap says yes, another no, and nothing happens without. */
import './gps-card.css';
import type { EpochMs } from '#core/model.ts';
import { useAct } from '../my-shift/act.ts';
import { ActError } from '../my-shift/act-error.tsx';
import { endVisit, startVisit } from '../my-shift/actions.ts';
import { forgetOutcome, readOutcome } from '../my-shift/kept-outcome.ts';
import { openVisit, placeById, type Visit, waitingStops } from '../my-shift/state.ts';
import { clock } from '../text/format.ts';
import { gpsText } from '../text/gps.ts';
import { declined, type Suggestion, suggestion } from './state.ts';
import { keyOf } from './suggest.ts';

interface GpsCardProps {
  readonly onEnded: (visit: Visit) => void;
}

export function GpsCard({ onEnded }: GpsCardProps) {
  const asked = suggestion.value;
  if (!asked) return null;
  return <Question key={asked.kind} asked={asked} onEnded={onEnded} />;
}

/** The planned visit that is next there, if there is one. */
const slotAt = (hotSpotId: string): string | null =>
  waitingStops.value.find((stop) => stop.hotSpotId === hotSpotId)?.slotId ?? null;

const decline = (asked: Suggestion): void => {
  declined.value = new Set([...declined.value, keyOf(asked)]);
};

async function endAt(visit: Visit, at: EpochMs): Promise<Visit> {
  const ended = await endVisit(visit, readOutcome(visit.id), at);
  forgetOutcome(visit.id);
  return ended;
}

interface QuestionProps extends GpsCardProps {
  readonly asked: Suggestion;
}

function Question({ asked, onEnded }: QuestionProps) {
  const { kind, hotSpotId, at } = asked;
  const act = useAct();
  const words = gpsText.value;
  const code = placeById(hotSpotId)?.properties.code ?? '';
  const visit = openVisit.value;
  const accept = async () => {
    if (kind === 'enter') await startVisit(hotSpotId, slotAt(hotSpotId));
    else if (visit && at !== null) onEnded(await endAt(visit, at));
  };
  return (
    <section class="gps-card" aria-label={words.card}>
      <p role="status">{kind === 'enter' ? words.entered(code) : words.left(code)}</p>
      <ActError act={act} />
      <div class="two">
        <button type="button" class="big-button" onClick={() => decline(asked)}>
          {kind === 'enter' ? words.notNow : words.stillThere}
        </button>
        <button
          type="button"
          class="big-button accent"
          disabled={act.busy}
          onClick={() => act.run(accept)}
        >
          {kind === 'enter' ? words.begin : words.end(clock(at ?? 0))}
        </button>
      </div>
    </section>
  );
}
