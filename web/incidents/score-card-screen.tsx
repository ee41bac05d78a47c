/** «Träffsäkerhet»: the hot spots that people drew, judged on months held out; and when each of them is hot. */
import '../style/page.css';
import './incidents.css';
import './evaluation.css';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { addressOf, call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { evaluationText } from '../text/evaluation.ts';
import { dateOf, decimal } from '../text/format.ts';
import { ChooseMunicipality } from './choose-municipality.tsx';
import { count } from './figures.ts';
import { HotHours } from './hot-hours.tsx';
import { NoIncidents } from './no-incidents.tsx';
import { PlaceScores } from './place-scores.tsx';
import { SetTable } from './set-table.tsx';
import { useAnswer } from './use-answer.ts';
import { HowCounted, WeighedBy } from './weighed-by.tsx';

export type ScoreCard = WireReply<'getScoreCard'>;
export type Judged = NonNullable<ScoreCard['judged']>;

export function ScoreCardScreen() {
  const words = evaluationText.value.scoreCard;
  const municipality = useSignal('');
  const heldOutFrom = useSignal('');
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  const query = {
    ...(municipality.value && { municipality: municipality.value }),
    ...(heldOutFrom.value && { heldOutFrom: heldOutFrom.value }),
  };
  const { answer, problem, isBusy, again } = useAnswer(JSON.stringify(query), (signal) =>
    call('getScoreCard', { query, signal }),
  );
  return (
    <div class="page incidents" aria-busy={isBusy}>
      <SectionNav section="coverage" />
      <div class="evaluation-top">
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.intro}</p>
        </div>
        <ChooseMunicipality
          value={municipality.value}
          onChange={(code) => {
            municipality.value = code;
            heldOutFrom.value = '';
          }}
        />
        {answer?.judged && <HeldOut card={answer} judged={answer.judged} value={heldOutFrom} />}
        {answer?.judged && (
          <a
            class="button no-print"
            href={addressOf('exportScoreCardCsv', {}, query)}
            download
            target="_self"
          >
            {words.csv}
          </a>
        )}
      </div>
      {problem !== null && <Failed error={problem} again={again} />}
      {problem === null && !answer && <Loading />}
      {problem === null && answer && <Body card={answer} heldOutFrom={heldOutFrom.value} />}
    </div>
  );
}

interface HeldOutProps {
  readonly card: ScoreCard;
  readonly judged: Judged;
  readonly value: Signal<string>;
}

function HeldOut({ card: { splits }, judged, value }: HeldOutProps) {
  const words = evaluationText.value.scoreCard;
  if (judged.heldOutBy === 'day') return <p class="muted">{words.byDays}</p>;
  return (
    <label class="field">
      <span>{words.heldOutFrom}</span>
      <select
        value={judged.heldOutFrom}
        onChange={(event) => {
          value.value = event.currentTarget.value;
        }}
      >
        {splits.map((split) => (
          <option key={split} value={split}>
            {split.slice(0, 7)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Body({ card, heldOutFrom }: { card: ScoreCard; heldOutFrom: string }) {
  const words = evaluationText.value;
  const selected = useSignal<string | null>(null);
  const { judged, data } = card;
  if (!judged || !data) return <NoIncidents />;
  const chosen =
    judged.places.find(({ hotSpotId }) => hotSpotId === selected.value) ?? hottest(judged.places);
  return (
    <>
      <p>
        {words.scoreCard.data(dateOf(data.from), dateOf(data.to))} {partsOf(judged)}{' '}
        {extentOf(judged)}
      </p>
      <SetTable judged={judged} />
      <PlaceScores judged={judged} selected={selected} />
      <HotHours
        places={judged.places}
        hotSpotId={chosen?.hotSpotId ?? null}
        heldOutFrom={heldOutFrom}
        onChoose={(id) => {
          selected.value = id;
        }}
      />
      <HowCounted lines={words.scoreCard.how} />
      <WeighedBy harm={card.harm} />
    </>
  );
}

/** What is most worth looking at first. */
const hottest = (places: Judged['places']) =>
  places.toSorted((a, b) => b.caught.events - a.caught.events)[0];

const partsOf = ({ earlier, held, outside }: Judged): string =>
  evaluationText.value.scoreCard.parts(
    count(Math.round(earlier)),
    count(Math.round(held.events)),
    count(outside),
  );

const M2_PER_HA = 10_000;

function extentOf({ extent: { basis, areaM2, streetM } }: Judged): string {
  const { extent } = evaluationText.value.scoreCard;
  const ha = count(Math.round(areaM2 / M2_PER_HA));
  return basis === 'network'
    ? extent.network(ha, decimal((streetM ?? 0) / 1000, 1))
    : extent.incidents(ha);
}
