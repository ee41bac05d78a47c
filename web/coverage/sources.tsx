/** Where the visits' times come from, and what of the time is not coverage. */
import { VISIT_SOURCES } from '#core/model.ts';
import { coverageText } from '../text/coverage.ts';
import { duration } from '../text/format.ts';
import { Figure } from './figure.tsx';
import { percent, whole } from './numbers.ts';
import type { DefinitionName, Figures, RowsOf } from './state.ts';

interface Item {
  readonly name: string;
  readonly value: string;
  readonly share: number;
  readonly definition: DefinitionName;
  readonly rows: RowsOf;
}

function itemsOf(figures: Figures): Item[] {
  const words = coverageText.value.sources;
  const visits = figures.visits.dose + figures.visits.short;
  const counted = (count: number) => {
    const share = percent(count, visits);
    const of = words.of(whole(count), whole(visits));
    return share === null ? of : `${of} · ${share}`;
  };
  const share = (count: number) => (visits === 0 ? 0 : count / visits);
  const sources = VISIT_SOURCES.map((source): Item => {
    const count = figures.bySource[source] ?? 0;
    const rows = { kind: 'present' as const, source };
    const [name, value] = [words.names[source], counted(count)];
    return { name, value, share: share(count), definition: 'sources', rows };
  });
  return [
    ...sources,
    {
      name: words.late,
      value: counted(figures.late),
      share: share(figures.late),
      definition: 'sources',
      rows: { kind: 'present', late: 'true' },
    },
    {
      name: words.short,
      value: counted(figures.visits.short),
      share: share(figures.visits.short),
      definition: 'short',
      rows: { kind: 'short' },
    },
  ];
}

interface SourcesProps {
  readonly figures: Figures;
  /** Empty: all hot spots. */
  readonly place: string;
  readonly of: Pick<RowsOf, 'hotSpotId'>;
}

export function Sources({ figures, place, of }: SourcesProps) {
  const words = coverageText.value.sources;
  const times = [
    [words.personMinutes, figures.personMinutes, 'personMinutes', 'present'],
    [words.above, figures.minutesAboveCeiling, 'above', 'above'],
  ] as const;
  return (
    <div class="sources">
      <ul>
        {itemsOf(figures).map(({ name, value, share, definition, rows }) => (
          <li key={name}>
            <span>{name}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <Figure
              title={name}
              place={place}
              value={value}
              definition={definition}
              rows={{ ...rows, ...of }}
            />
          </li>
        ))}
        {times.map(([name, minutes, definition, kind]) => (
          <li key={name}>
            <span>{name}</span>
            <span />
            <Figure
              title={name}
              place={place}
              value={duration(minutes)}
              definition={definition}
              rows={{ kind, ...of }}
            />
          </li>
        ))}
      </ul>
      {figures.visits.passThrough > 0 && (
        <p class="muted">{words.passThrough(whole(figures.visits.passThrough))}</p>
      )}
    </div>
  );
}
