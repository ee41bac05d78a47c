/** A line a hot spot: the map's twin, with every figure open to question. */
import { StateMark } from '../map/state-mark.tsx';
import { coverageText } from '../text/coverage.ts';
import { decimal, longHours } from '../text/format.ts';
import { Figure } from './figure.tsx';
import { shareOrCount, whole } from './numbers.ts';
import type { GapKind } from './period.ts';
import { PlaceDetail } from './place-detail.tsx';
import {
  type DefinitionName,
  type Figures,
  type HotSpotLine,
  type RowsOf,
  selected,
} from './state.ts';
import { TrendBars } from './trend-bars.tsx';

interface TableProps {
  readonly hotSpots: readonly HotSpotLine[];
  readonly totals: Figures;
  readonly byWeek: boolean;
  readonly isOver: boolean;
  readonly gapKind: GapKind;
}

export function HotSpotTable({ hotSpots, totals, byWeek, isOver, gapKind }: TableProps) {
  const words = coverageText.value.table;
  const steps = totals.trend.length;
  return (
    <div class="table-scroll box" tabIndex={0} role="region" aria-label={words.caption}>
      <table class="hot-spot-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.hotSpot}</th>
            <th scope="col">{words.doses}</th>
            <th scope="col">{byWeek ? words.weeks(steps) : words.months(steps)}</th>
            <th scope="col">{words.minutes}</th>
            <th scope="col">{words.median}</th>
            <th scope="col">{words.gap}</th>
            <th scope="col">{words.windows}</th>
            <th scope="col">{words.unpredictability}</th>
          </tr>
        </thead>
        <tbody>
          {worstFirst(hotSpots).map((line) => (
            <Line key={line.hotSpotId} line={line} isOver={isOver} gapKind={gapKind} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <Cells figures={totals} place={words.total} rows={{}} state="all" gapKind={gapKind} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const RANK = ['behind-2', 'behind-1', 'on', 'above'];

/** What is furthest behind first, then by code. */
function worstFirst(lines: readonly HotSpotLine[]): HotSpotLine[] {
  return [...lines].sort(
    (a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state) || a.code.localeCompare(b.code, 'sv'),
  );
}

type LineProps = Pick<TableProps, 'isOver' | 'gapKind'> & { readonly line: HotSpotLine };

function Line({ line, isOver, gapKind }: LineProps) {
  const { hotSpotId, code, name, state, figures } = line;
  const isSelected = selected.value === hotSpotId;
  return (
    <>
      <tr class={isSelected ? 'selected' : ''}>
        <th scope="row">
          <button
            type="button"
            class="place"
            aria-expanded={isSelected}
            aria-label={coverageText.value.table.showOnMap(`${code} ${name}`)}
            onClick={() => {
              selected.value = isSelected ? null : hotSpotId;
            }}
          >
            <StateMark state={state} /> <b>{code}</b> <span>{name}</span>
          </button>
        </th>
        <Cells
          figures={figures}
          place={`${code} ${name}`}
          rows={{ hotSpotId }}
          state={state}
          gapKind={gapKind}
        />
      </tr>
      {isSelected && (
        <tr class="opened">
          <td colSpan={8}>
            <PlaceDetail line={line} isOver={isOver} gapKind={gapKind} />
          </td>
        </tr>
      )}
    </>
  );
}

interface CellsProps {
  readonly figures: Figures;
  readonly place: string;
  readonly rows: Pick<RowsOf, 'hotSpotId'>;
  readonly state: string;
  readonly gapKind: GapKind;
}

interface Shown {
  readonly title: string;
  readonly value: string;
  readonly definition: DefinitionName;
  readonly kind: RowsOf['kind'];
}

function Cells({ figures, place, rows, state, gapKind }: CellsProps) {
  const words = coverageText.value.table;
  const { promised, delivered } = figures;
  const cell = ({ title, value, definition, kind }: Shown) => (
    <td>
      <Figure
        title={title}
        place={place}
        value={value}
        definition={definition}
        rows={{ ...rows, kind }}
      />
    </td>
  );
  return (
    <>
      <td class="doses">
        <Figure
          title={coverageText.value.rates.delivered}
          place={place}
          value={whole(delivered.doses)}
          definition="delivered"
          rows={{ ...rows, kind: 'delivered' }}
          class="strong"
        />
        {' / '}
        <Figure
          title={coverageText.value.rates.promisedAll}
          place={place}
          value={whole(promised.doses)}
          definition="promised"
          rows={{ ...rows, kind: 'promised' }}
        />
      </td>
      <td>
        <TrendBars trend={figures.trend} state={state} />
      </td>
      {cell({
        title: words.minutes,
        value: whole(delivered.minutes),
        definition: 'minutes',
        kind: 'present',
      })}
      {cell({ title: words.median, value: median(figures), definition: 'median', kind: 'present' })}
      {cell({
        title: words.gap,
        value: gap(figures),
        definition: 'gap',
        kind: gapKind,
      })}
      {cell({
        title: words.windows,
        value: windows(figures),
        definition: 'windows',
        kind: 'promised',
      })}
      <td class={figures.unpredictability === null ? 'muted' : ''}>
        <Figure
          title={words.unpredictability}
          place={place}
          value={
            figures.unpredictability === null ? words.tooFew : decimal(figures.unpredictability, 2)
          }
          definition="unpredictability"
          rows={{ ...rows, kind: 'present' }}
        />
      </td>
    </>
  );
}

function median({ medianDwellMin }: Figures): string {
  const words = coverageText.value.table;
  return medianDwellMin === null ? words.none : words.min(whole(medianDwellMin));
}

function gap({ longestGapHours }: Figures): string {
  return longestGapHours === null ? coverageText.value.table.none : longHours(longestGapHours);
}

const windows = ({ windows: { kept, all } }: Figures) => shareOrCount(kept, all);
