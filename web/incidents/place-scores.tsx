/** A line a hot spot: what it caught, whether it keeps up, and what the figures suggest, with the reason. */
import type { Signal } from '@preact/signals';
import { evaluationText } from '../text/evaluation.ts';
import { Figure, FigureTable } from './figure-table.tsx';
import { change, count, percent, range } from './figures.ts';
import type { Judged } from './score-card-screen.tsx';
import { ScoreFigures } from './set-table.tsx';

type PlaceScore = Judged['places'][number];

interface Props {
  readonly judged: Judged;
  readonly selected: Signal<string | null>;
}

export function PlaceScores({ judged: { places, beyond }, selected }: Props) {
  const { places: words, table } = evaluationText.value.scoreCard;
  return (
    <section class="place-scores" aria-labelledby="places-heading">
      <h2 id="places-heading">{words.heading}</h2>
      <FigureTable
        caption={words.heading}
        headings={[
          words.place,
          table.caught,
          table.hitRate,
          table.pai,
          table.paiByStreet,
          table.harm,
          words.stability,
          words.suggestion,
        ]}
      >
        {places.map((place) => (
          <Line key={place.hotSpotId} place={place} selected={selected} />
        ))}
      </FigureTable>
      {beyond.length > 0 && (
        <p class="muted">
          {words.beyond(beyond.map(({ code, name }) => `${code} ${name}`).join(', '))}
        </p>
      )}
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
          class="evaluation-place"
          aria-pressed={isSelected}
          aria-label={words.show(`${code} ${name}`)}
          onClick={() => {
            selected.value = hotSpotId;
          }}
        >
          <b>{code}</b> {name}
        </button>
      </th>
      <Figure name={table.caught}>
        {count(place.caught.events)} <small>{words.before(count(place.before))}</small>
      </Figure>
      <ScoreFigures score={place} />
      <Figure name={words.stability}>
        <Stability stability={place.stability} />
      </Figure>
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
