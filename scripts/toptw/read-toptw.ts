/** Reads an instance of the team orienteering problem with time windows in KU Leuven's text format. */

export interface Vertex {
  readonly x: number;
  readonly y: number;
  /** Service time, in the instance's units. */
  readonly service: number;
  readonly profit: number;
  /** Earliest and latest start of service. */
  readonly opens: number;
  readonly closes: number;
}

export interface ToptwInstance {
  /** The first is the depot: start and end of each route, open as long as a route may last. */
  readonly vertices: readonly Vertex[];
  /** Digits after the point that travel times are rounded down to: one for Solomon's instances, two for Cordeau's. */
  readonly decimals: 1 | 2;
}

/** First number of Cordeau's files; Solomon's have 4. */
const CORDEAU = 5;
/** number, x, y, service, profit, two without use here; then a list of any length, and the window. */
const FIXED_COLUMNS = 7;

/** @throws Error that names the line */
export function readToptw(text: string): ToptwInstance {
  const [head = '', , ...rest] = text.split(/\r?\n/);
  const [kind, , count] = numbersOf(head, 1);
  const vertices = rest.flatMap((line, index) =>
    line.trim() === '' ? [] : [vertexOf(line, index + 3)],
  );
  if (kind === undefined || count === undefined)
    throw new Error('line 1: give four numbers, the third the number of vertices');
  if (vertices.length !== count + 1)
    throw new Error(
      `line 1: ${count} vertices and a depot are told, ${vertices.length} lines follow`,
    );
  return { vertices, decimals: kind === CORDEAU ? 2 : 1 };
}

function vertexOf(line: string, number: number): Vertex {
  const columns = numbersOf(line, number);
  if (columns.length < FIXED_COLUMNS + 2)
    throw new Error(`line ${number}: give number, x, y, service, profit … opening, closing`);
  const [, x = 0, y = 0, service = 0, profit = 0] = columns;
  const [opens = 0, closes = 0] = columns.slice(-2);
  if (service < 0 || profit < 0)
    throw new Error(`line ${number}: service and profit are below zero`);
  return { x, y, service, profit, opens, closes };
}

function numbersOf(line: string, number: number): number[] {
  const parts = line.trim().split(/\s+/);
  const numbers = parts.map(Number);
  if (line.trim() !== '' && numbers.some((one) => !Number.isFinite(one)))
    throw new Error(
      `line ${number}: ${parts.find((part) => !Number.isFinite(Number(part)))} is no number`,
    );
  return line.trim() === '' ? [] : numbers;
}
