/** Frequency, dwell, gaps and streaks of one hot spot or of all: what the table has no room for. */
import { coverageText } from '../text/coverage.ts';
import { decimal, longHours } from '../text/format.ts';
import { Figure } from './figure.tsx';
import { shareOrCount, whole } from './numbers.ts';
import type { GapKind } from './period.ts';
import type { DefinitionName, Figures, RowsOf } from './state.ts';

interface MeasuresProps {
  readonly figures: Figures;
  /** Empty: all hot spots. */
  readonly place: string;
  readonly of: Pick<RowsOf, 'hotSpotId'>;
  readonly gapKind: GapKind;
}

interface Measure {
  readonly title: string;
  readonly value: string;
  readonly note?: string;
  readonly definition: DefinitionName;
  readonly kind: RowsOf['kind'];
}

export function Measures({ figures, place, of, gapKind }: MeasuresProps) {
  return (
    <div class="coverage-measures">
      <dl>
        {measuresOf(figures, place === '', gapKind).map(
          ({ title, value, note, definition, kind }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <Figure
                  title={title}
                  place={place}
                  value={value}
                  definition={definition}
                  rows={{ ...of, kind }}
                  class="strong"
                />
                {note && <span class="muted">{note}</span>}
              </dd>
            </div>
          ),
        )}
      </dl>
      <GapBins figures={figures} place={place} of={of} gapKind={gapKind} />
    </div>
  );
}

function measuresOf(figures: Figures, ofAll: boolean, gapKind: GapKind): Measure[] {
  const words = coverageText.value.measures;
  const { dosesPerDay, streaks } = figures;
  const most = ofAll ? { note: words.most } : {};
  const none = coverageText.value.table.none;
  const run = (title: string, days: number): Measure => ({
    title,
    value: streaks.days === 0 ? none : words.days(days),
    ...most,
    definition: 'streaks',
    kind: 'delivered',
  });
  return [
    {
      title: words.frequency,
      value: dosesPerDay === null ? none : decimal(dosesPerDay, 2),
      definition: 'frequency',
      kind: 'delivered',
    },
    dwellOf(figures),
    gapsOf(figures, gapKind),
    {
      title: words.daysWith,
      value: shareOrCount(streaks.daysWithDose, streaks.days),
      definition: 'streaks',
      kind: 'delivered',
    },
    run(words.streakWith, streaks.longestWith),
    run(words.streakWithout, streaks.longestWithout),
  ];
}

function dwellOf({ dwellMin }: Figures): Measure {
  const { measures, table } = coverageText.value;
  const shown = { title: measures.dwell, definition: 'median', kind: 'present' } as const;
  if (dwellMin === null) return { ...shown, value: table.none };
  const { lower, median, upper } = dwellMin;
  const note = measures.quarters(whole(lower), table.min(whole(upper)));
  return { ...shown, value: table.min(whole(median)), note };
}

function gapsOf({ gaps: { hours } }: Figures, kind: GapKind): Measure {
  const { measures } = coverageText.value;
  const shown = { title: measures.gaps, definition: 'gaps' as const, kind };
  if (hours === null) return { ...shown, value: measures.tooFewGaps };
  const note = measures.quarters(longHours(hours.lower), longHours(hours.upper));
  return { ...shown, value: measures.gapMedian(longHours(hours.median)), note };
}

/** How many gaps were as long as that. */
function GapBins({ figures: { gaps }, place, of, gapKind }: MeasuresProps) {
  const words = coverageText.value.measures;
  if (gaps.count === 0) return null;
  const most = Math.max(1, ...gaps.byLength);
  return (
    <table class="gap-bins">
      <caption>
        {words.gaps}: {words.gapCount(whole(gaps.count))}
      </caption>
      <tbody>
        {gaps.byLength.map((count, bin) => (
          <tr key={words.bins[bin]}>
            <th scope="row">{words.bins[bin]}</th>
            <td>
              <span class="bar" aria-hidden="true">
                <span style={{ width: `${(count / most) * 100}%` }} />
              </span>
            </td>
            <td>
              <Figure
                title={`${words.gaps}, ${words.bins[bin]}`}
                place={place}
                value={whole(count)}
                definition="gaps"
                rows={{
                  ...of,
                  kind: gapKind,
                  ...(gapKind === 'gap' && { gapBin: String(bin) }),
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
