/** Lovat → planerat → genomfört, and what came between, in visits and hours. */
import { coverageText } from '../text/coverage.ts';
import { duration } from '../text/format.ts';
import { Figure } from './figure.tsx';
import { percent, whole } from './numbers.ts';
import type { Figures, OpenFigure, RowsOf } from './state.ts';

export function Rates({ figures, isOver }: { figures: Figures; isOver: boolean }) {
  const words = coverageText.value.rates;
  const { promised, planned, delivered, bySource } = figures;
  const estimated = bySource.estimated ?? 0;
  return (
    <section class="rates" aria-label={words.heading}>
      <Rate
        label={isOver ? words.promisedAll : words.promised}
        value={promised.doses}
        kind="promised"
        notes={[words.promisedNote]}
      />
      <Rate
        label={words.planned}
        value={planned.doses}
        kind="planned"
        notes={[rateOf(planned.doses, promised.doses, words.promisedWord)]}
      />
      <Rate
        label={words.delivered}
        value={delivered.doses}
        kind="delivered"
        notes={[
          rateOf(delivered.doses, planned.doses, words.plannedWord),
          rateOf(delivered.doses, promised.doses, words.promisedWord),
          estimated > 0 ? words.estimated(whole(estimated)) : '',
        ]}
      />
      <Losses figures={figures} />
    </section>
  );
}

/** `96 % av lovat`, or `av 12 lovat` where a percentage would mislead. */
function rateOf(part: number, all: number, word: string): string {
  const words = coverageText.value.rates;
  if (all === 0) return '';
  const share = percent(part, all);
  return share === null ? words.ofCount(whole(all), word) : words.share(share, word);
}

interface RateProps {
  readonly label: string;
  readonly value: number;
  readonly kind: 'promised' | 'planned' | 'delivered';
  readonly notes: readonly string[];
}

function Rate({ label, value, kind, notes }: RateProps) {
  return (
    <div class="rate">
      <span class="muted">{label}</span>
      <Figure
        class="big"
        title={label}
        place=""
        value={whole(value)}
        definition={kind}
        rows={{ kind }}
      />
      <ul>
        {notes.filter(Boolean).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

interface LossLine {
  readonly name: string;
  readonly count: number;
  readonly minutes: number;
  readonly rows: RowsOf;
}

/** The reasons that were given, the heaviest first, and how many have none. */
function lossLines({ losses, unexplained }: Figures): LossLine[] {
  const words = coverageText.value.losses;
  const given = [...losses]
    .sort((a, b) => b.minutes - a.minutes)
    .map(({ reason, count, minutes }) => ({
      name: words.reasons[reason],
      count,
      minutes,
      rows: { kind: 'lost' as const, loss: reason },
    }));
  if (unexplained.count === 0) return given;
  const rest = { name: words.unexplained, ...unexplained };
  return [...given, { ...rest, rows: { kind: 'lost' } }];
}

function Losses({ figures }: { figures: Figures }) {
  const words = coverageText.value.losses;
  const lines = lossLines(figures);
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <div class="losses">
      <h2 class="muted">{words.heading}</h2>
      {lines.length === 0 ? <p>{words.none}</p> : <Offered figures={figures} />}
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            <span>{line.name}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${(line.count / most) * 100}%` }} />
            </span>
            <Figure {...figureOfLoss(line)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lack of staff is no lack of will: what could never be offered stands apart from what was missed. */
function Offered({ figures: { notOffered, missed } }: { figures: Figures }) {
  const words = coverageText.value.losses;
  const part = (place: string, count: number, loss: Pick<RowsOf, 'loss'>) => (
    <span>
      {place}{' '}
      <Figure
        title={words.heading}
        place={place}
        value={whole(count)}
        definition="notOffered"
        rows={{ kind: 'lost', ...loss }}
        class="strong"
      />
    </span>
  );
  return (
    <p class="offered">
      {part(words.notOffered, notOffered, { loss: 'staffing' })}
      {part(words.missed, missed, {})}
    </p>
  );
}

function figureOfLoss({ name, count, minutes, rows }: LossLine): OpenFigure {
  const visits = coverageText.value.losses.visits(whole(count));
  const value = `${visits} · ${duration(minutes)}`;
  return { title: coverageText.value.losses.heading, place: name, value, definition: 'lost', rows };
}
