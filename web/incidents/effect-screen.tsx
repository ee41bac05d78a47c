/** «Effekt»: before and after, with what cannot be known said first. */
import '../style/page.css';
import './incidents.css';
import './evaluation.css';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { periodContaining, previousPeriod } from '#core/calendar/period.ts';
import { RING_WIDTHS_M, type RingWidth } from '#core/evaluation/rings.ts';
import { call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { hasSeveralMunicipalities } from '../state/settings.ts';
import { evaluationText } from '../text/evaluation.ts';
import { dateOf } from '../text/format.ts';
import { ChooseMunicipality } from './choose-municipality.tsx';
import { EffectTable } from './effect-table.tsx';
import { DisplacementWords, SampleWords, Verdict } from './effect-words.tsx';
import { NoIncidents } from './no-incidents.tsx';
import { useAnswer } from './use-answer.ts';
import { HowCounted, WeighedBy } from './weighed-by.tsx';

export type Effect = WireReply<'getEffect'>;
export type RingEffect = Effect['rings'][number];

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The last whole tertial, and the same a year before: the season is then the same. */
function usualPeriods(): { readonly before: Days; readonly after: Days } {
  const { from, to } = previousPeriod(periodContaining('tertial', dateOf(Date.now())));
  const yearBefore = (date: string) => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return { before: { from: yearBefore(from), to: yearBefore(to) }, after: { from, to } };
}

export function EffectScreen() {
  const words = evaluationText.value.effect;
  const municipality = useSignal('');
  const hotSpotId = useSignal('');
  const before = useSignal<Days>(usualPeriods().before);
  const after = useSignal<Days>(usualPeriods().after);
  const ringM = useSignal<RingWidth>(100);
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  const isWrong = !isInOrder(before.value, after.value);
  const query = {
    beforeFrom: before.value.from,
    beforeTo: before.value.to,
    afterFrom: after.value.from,
    afterTo: after.value.to,
    ...(municipality.value && { municipality: municipality.value }),
    ...(hotSpotId.value && { hotSpotId: hotSpotId.value }),
  };
  const { answer, problem, isBusy, again } = useAnswer(
    isWrong ? null : JSON.stringify(query),
    (signal) => call('getEffect', { query, signal }),
  );
  return (
    <div class="page incidents" aria-busy={isBusy}>
      <SectionNav section="coverage" />
      <div>
        <h1>{words.title}</h1>
        <p class="muted">{words.intro}</p>
      </div>
      <div class="evaluation-top">
        <ChoosePlace value={hotSpotId} municipality={municipality.value} />
        <ChooseMunicipality
          value={municipality.value}
          onChange={(code) => {
            municipality.value = code;
            hotSpotId.value = '';
          }}
        />
        <PeriodFields name={words.before} days={before} isWrong={isWrong} />
        <PeriodFields name={words.after} days={after} isWrong={isWrong} />
        <ChooseRing value={ringM} />
      </div>
      {isWrong && (
        <p class="notice error" role="alert">
          {words.wrong}
        </p>
      )}
      {problem !== null && <Failed error={problem} again={again} />}
      {problem === null && !answer && !isWrong && <Loading />}
      {problem === null && answer && !isWrong && (
        <Body
          effect={answer}
          ringM={ringM.value}
          isOne={hotSpotId.value !== ''}
          isArea={municipality.value === '' && hasSeveralMunicipalities()}
        />
      )}
    </div>
  );
}

const isInOrder = (before: Days, after: Days): boolean =>
  before.from !== '' &&
  before.from <= before.to &&
  before.to < after.from &&
  after.from <= after.to;

interface BodyProps {
  readonly effect: Effect;
  readonly ringM: RingWidth;
  readonly isOne: boolean;
  readonly isArea: boolean;
}

function Body({ effect, ringM, isOne, isArea }: BodyProps) {
  const words = evaluationText.value;
  const ring = effect.rings.find((one) => one.ringM === ringM);
  if (effect.reach.length === 0 || !ring) return <NoIncidents />;
  return (
    <>
      <Verdict effect={effect} treated={ring.treated} />
      <EffectTable ring={ring} isOne={isOne} isArea={isArea} />
      <div class="effect-columns">
        <DisplacementWords ring={ring} />
        <SampleWords sample={effect.sample} />
      </div>
      <HowCounted lines={words.effect.how} />
      <WeighedBy harm={effect.harm} />
    </>
  );
}

interface PeriodProps {
  readonly name: string;
  readonly days: Signal<Days>;
  readonly isWrong: boolean;
}

function PeriodFields({ name, days, isWrong }: PeriodProps) {
  const words = evaluationText.value.effect;
  const field = (part: keyof Days) => (
    <input
      type="date"
      aria-label={`${name} ${words[part]}`}
      aria-invalid={isWrong}
      value={days.value[part]}
      onChange={(event) => {
        days.value = { ...days.value, [part]: event.currentTarget.value };
      }}
    />
  );
  return (
    <fieldset class="effect-period">
      <legend>{name}</legend>
      <div>
        {field('from')}
        <span aria-hidden="true">–</span>
        {field('to')}
      </div>
    </fieldset>
  );
}

interface PlaceProps {
  readonly value: Signal<string>;
  /** Hot spots of this one alone; empty: of all. */
  readonly municipality: string;
}

function ChoosePlace({ value, municipality }: PlaceProps) {
  const words = evaluationText.value.effect;
  const { answer } = useAnswer('places', (signal) => call('listHotSpots', { query: {}, signal }));
  const places =
    answer?.features.filter(
      ({ properties }) =>
        properties.status !== 'closed' &&
        (municipality === '' || properties.municipality === municipality),
    ) ?? [];
  return (
    <label class="field">
      <span>{words.place}</span>
      <select
        value={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.value;
        }}
      >
        <option value="">{words.allPlaces}</option>
        {places.map(({ id, properties: { code, name } }) => (
          <option key={id} value={id}>
            {code} {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ChooseRing({ value }: { value: Signal<RingWidth> }) {
  const words = evaluationText.value.effect;
  return (
    <div class="field">
      <span>{words.ring}</span>
      <div class="ring-choice" role="group" aria-label={words.ring}>
        {RING_WIDTHS_M.map((metres) => (
          <button
            key={metres}
            type="button"
            aria-pressed={value.value === metres}
            onClick={() => {
              value.value = metres;
            }}
          >
            {words.metres(metres)}
          </button>
        ))}
      </div>
    </div>
  );
}
