/** A line a hot spot: what it caught, whether it keeps up, and what the figures suggest, with the reason. */
import type { Signal } from '@preact/signals';
import { evaluationText } from '../text/evaluation.ts';
import { change, count, percent, range } from './figures.ts';
import type { Judged } from './score-card-screen.tsx';
import { HitRate, measured } from './set-table.tsx';

type PlaceScore = Judged['places'][number];

interface Props {
  readonly judged: Judged;
  readonly selected: Signal<string | null>;
}

export function PlaceScores({ judged: { places }, selected }: Props) {
  const { places: words, table } = evaluationText.value.scoreCard;
  return (
    <section aria-labelledby="places-heading">
      <h2 id="places-heading">{words.heading}</h2>
      <div class="box" tabIndex={0} role="region" aria-label={words.heading}>
        <table class="evaluation-table">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{table.caught}</th>
              <th scope="col">{table.hitRate}</th>
              <th scope="col">{table.pai}</th>
              <th scope="col">{table.paiByStreet}</th>
              <th scope="col">{table.harm}</th>
              <th scope="col">{words.stability}</th>
              <th scope="col">{words.suggestion}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <Line key={place.hotSpotId} place={place} selected={selected} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ place, selected }: { place: PlaceScore; selected: Signal<string | null> }) {
  const { places: words, table, advice } = evaluationText.value.scoreCard;
  const { hotSpotId, code, name, suggestion } = place;
  const isSelected = selected.value === hotSpotId;
  return (
    <tr class={isSelected ? 'selected' : ''}>
      <th scope="row">
        <button
          type="button"
          class="place"
          aria-pressed={isSelected}
          aria-label={words.show(`${code} ${name}`)}
          onClick={() => {
            selected.value = hotSpotId;
          }}
        >
          <b>{code}</b> {name}
        </button>
      </th>
      <td data-name={table.caught}>
        {count(place.caught.events)} <small>{words.before(count(place.before))}</small>
      </td>
      <td data-name={table.hitRate}>
        <HitRate score={place} />
      </td>
      <td data-name={table.pai}>{measured(place.pai)}</td>
      <td data-name={table.paiByStreet}>{measured(place.paiByStreet)}</td>
      <td data-name={table.harm}>{measured(place.harmPai)}</td>
      <td data-name={words.stability}>
        <Stability stability={place.stability} />
      </td>
      <td class="words">
        <span class={`advice ${suggestion.advice}`}>{advice[suggestion.advice]}</span>{' '}
        {whyOf(suggestion)}
      </td>
    </tr>
  );
}

function Stability({ stability }: Pick<PlaceScore, 'stability'>) {
  if (!stability.known) return <>{evaluationText.value.scoreCard.reasons[stability.reason]}</>;
  return (
    <>
      {change(stability.change)}{' '}
      <small>
        {change(stability.low)} – {change(stability.high)}
      </small>
    </>
  );
}

function whyOf({ reason, part, all, interval, against }: PlaceScore['suggestion']): string {
  const why = evaluationText.value.scoreCard.why[reason];
  if (typeof why === 'string') return why;
  return why({
    part: count(part ?? 0),
    all: count(all ?? 0),
    range: range(interval ?? { low: 0, high: 1 }),
    against: percent(against ?? 0),
  });
}
