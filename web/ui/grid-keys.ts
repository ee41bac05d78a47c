/** The arrow keys in a table of buttons or links: one stop for the tab key, the arrows do the rest. */

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const PRESSABLE = 'button, a[href]';

/** Moves the focus to the next cell that way which has something to press; cells without are passed over. */
export function moveFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const body = cell?.closest('tbody');
  const next = step && cell && pressableFrom(cell, step);
  if (!body || !next) return;
  event.preventDefault();
  for (const other of body.querySelectorAll<HTMLElement>('td :is(button, a[href])'))
    other.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function pressableFrom(
  cell: HTMLTableCellElement,
  [rows, columns]: readonly [number, number],
): HTMLElement | null {
  const row = cell.parentElement;
  const body = row?.parentElement;
  if (!(row instanceof HTMLTableRowElement) || !body) return null;
  const next = body.children[row.sectionRowIndex + rows]?.children[cell.cellIndex + columns];
  if (!(next instanceof HTMLTableCellElement) || next.tagName !== 'TD') return null;
  return next.querySelector<HTMLElement>(PRESSABLE) ?? pressableFrom(next, [rows, columns]);
}
