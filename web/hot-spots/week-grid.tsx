/** Seven operational days × 24 hours from 06, painted by mouse, finger and keyboard. */
import { useSignal } from '@preact/signals';
import { hotSpotsText } from '../text/hot-spots.ts';
import { type PaintedWeek, WEEK_HOURS } from './windows-grid.ts';

interface WeekGridProps {
  readonly cells: PaintedWeek;
  /** Hours of windows that painting leaves alone. */
  readonly exact: PaintedWeek;
  readonly canEdit: boolean;
  readonly onPaint: (cells: PaintedWeek) => void;
}

const hourText = (column: number): string => String((column + 6) % 24).padStart(2, '0');

export function WeekGrid({ cells, exact, canEdit, onPaint }: WeekGridProps) {
  const words = hotSpotsText.value.windows;
  const focused = useSignal(14);
  /** While painting: what the strokes turn cells into. */
  const brush = useSignal<boolean | null>(null);
  const paint = (cell: number, on: boolean) => {
    if (!canEdit || cells.has(cell) === on) return;
    const next = new Set(cells);
    if (on) next.add(cell);
    else next.delete(cell);
    onPaint(next);
  };
  const onKey = (event: KeyboardEvent, cell: number) => {
    if (event.key === ' ' || event.key === 'Enter') paint(cell, !cells.has(cell));
    else {
      const target = neighbour(event.key, cell);
      if (target === null) return;
      if (event.shiftKey) paint(target, cells.has(cell));
      focused.value = target;
      focusCell(event.currentTarget as HTMLElement, target);
    }
    event.preventDefault();
  };
  return (
    <div
      class="week-grid"
      role="grid"
      aria-label={words.grid}
      onPointerUp={() => {
        brush.value = null;
      }}
      onPointerLeave={() => {
        brush.value = null;
      }}
    >
      <div role="row" class="week-row head">
        <span role="columnheader" />
        {Array.from({ length: 24 }, (_, column) => (
          <span role="columnheader" key={column}>
            {column % 3 === 0 ? hourText(column) : ''}
          </span>
        ))}
      </div>
      {words.days.map((day, row) => (
        <div role="row" class="week-row" key={day}>
          <span role="rowheader">{day}</span>
          {Array.from({ length: 24 }, (_, column) => {
            const cell = row * 24 + column;
            const isOn = cells.has(cell);
            return (
              <button
                key={cell}
                type="button"
                role="gridcell"
                data-cell={cell}
                class={`${isOn ? 'on' : ''}${exact.has(cell) ? ' exact' : ''}`}
                aria-selected={isOn}
                aria-label={`${words.cell(day, `${hourText(column)}–${hourText(column + 1)}`, isOn)}${exact.has(cell) ? `, ${words.exact}` : ''}`}
                tabIndex={focused.value === cell ? 0 : -1}
                disabled={!canEdit}
                onPointerDown={(event) => {
                  event.currentTarget.releasePointerCapture(event.pointerId);
                  focused.value = cell;
                  brush.value = !isOn;
                  paint(cell, !isOn);
                }}
                onPointerEnter={() => {
                  if (brush.value !== null) paint(cell, brush.value);
                }}
                onKeyDown={(event) => onKey(event, cell)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function neighbour(key: string, cell: number): number | null {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 }[key];
  return step === undefined ? null : (cell + step + WEEK_HOURS) % WEEK_HOURS;
}

function focusCell(from: HTMLElement, cell: number): void {
  from.closest('.week-grid')?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
}
