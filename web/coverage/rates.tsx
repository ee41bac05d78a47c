/** Lovat → planerat → genomfört, and what came between, in visits and hours. */
import { coverageText } from '../text/coverage.ts';
import { duration } from '../text/format.ts';
import { Figure } from './figure.tsx';
import { percent, whole } from './numbers.ts';
import type { Figures, OpenFigure, RowsOf } from './state.ts';

interface RatesProps {
  readonly figures: Figures;
  readonly isOver: boolean;
  /** Empty: all hot spots. */
  readonly place?: string;
  readonly of?: Pick<RowsOf, 'hotSpotId'>;
}

export function Rates({ figures, isOver, place = '', of = {} }: RatesProps) {
  const words = coverageText.value.rates;
  const { promised, planned, delivered, bySource } = figures;
  const estimated = bySource.estimated ?? 0;
  const shown = { place, of };
  return (
    <section class="rates" aria-label={[words.heading, place].filter(Boolean).join(', ')}>
      <Rate
        {...shown}
        label={isOver ? words.promisedAll : words.promised}
        amount={promised}
        kind="promised"
        notes={[words.promisedNote]}
      />
      <Rate
        {...shown}
        label={words.planned}
        amount={planned}
        kind="planned"
        notes={[rateOf(planned.doses, promised.doses, words.promisedWord)]}
      />
      <Rate
        {...shown}
        label={words.delivered}
        amount={delivered}
        kind="delivered"
        notes={[
          rateOf(delivered.doses, planned.doses, words.plannedWord),
          rateOf(delivered.doses, promised.doses, words.promisedWord),
          estimated > 0 ? words.estimated(whole(estimated)) : '',
        ]}
      />
      <Losses figures={figures} {...shown} />
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

/** Whose figures are shown. */
interface Whose {
  readonly place: string;
  readonly of: Pick<RowsOf, 'hotSpotId'>;
}

interface RateProps extends Whose {
  readonly label: string;
  readonly amount: Figures['promised'];
  readonly kind: 'promised' | 'planned' | 'delivered';
  readonly notes: readonly string[];
}

function Rate({ label, amount, kind, notes, place, of }: RateProps) {
  // Patrol minutes have a definition of their own, and short visits among them.
  const time = kind === 'delivered' ? (['minutes', 'present'] as const) : ([kind, kind] as const);
  return (
    <div class="rate">
      <span class="muted">{label}</span>
      <Figure
        class="big"
        title={label}
        place={place}
        value={whole(amount.doses)}
        definition={kind}
        rows={{ kind, ...of }}
      />
      <Figure
        title={coverageText.value.rates.time(label)}
        place={place}
        value={duration(amount.minutes)}
        definition={time[0]}
        rows={{ kind: time[1], ...of }}
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
  return [...given, { ...rest, rows: { kind: 'lost', loss: 'none' } }];
}

function Losses({ figures, place, of }: Whose & { figures: Figures }) {
  const words = coverageText.value.losses;
  const lines = lossLines(figures);
  const most = Math.max(1, ...lines.map(({ minutes }) => minutes));
  const Heading = place === '' ? 'h2' : 'h3';
  return (
    <div class="losses">
      <Heading class="muted">{words.heading}</Heading>
      {lines.length === 0 ? (
        <p>{figures.planned.doses === 0 ? words.nonePlanned : words.none}</p>
      ) : (
        <Offered figures={figures} place={place} of={of} />
      )}
      <ul>
        {lines.map((line) => (
          <li key={line.name}>
            <span>{line.name}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${(line.minutes / most) * 100}%` }} />
            </span>
            <Figure {...figureOfLoss(line, place)} rows={{ ...line.rows, ...of }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Lack of staff is no lack of will: what could never be offered stands apart from what was missed. */
function Offered({ figures: { notOffered, missed }, place, of }: Whose & { figures: Figures }) {
  const words = coverageText.value.losses;
  const part = (name: string, count: number, offered: 'true' | 'false') => (
    <span>
      {name}{' '}
      <Figure
        title={words.heading}
        place={[name, place].filter(Boolean).join(', ')}
        value={whole(count)}
        definition="notOffered"
        rows={{ kind: 'lost', offered, ...of }}
        class="strong"
      />
    </span>
  );
  return (
    <p class="offered">
      {part(words.notOffered, notOffered, 'false')}
      {part(words.missed, missed, 'true')}
    </p>
  );
}

function figureOfLoss({ name, count, minutes }: LossLine, place: string): Omit<OpenFigure, 'rows'> {
  const { heading, visits } = coverageText.value.losses;
  const value = `${visits(count, whole(count))} · ${duration(minutes)}`;
  const about = [name, place].filter(Boolean).join(', ');
  return { title: heading, place: about, value, definition: 'lost' };
}
