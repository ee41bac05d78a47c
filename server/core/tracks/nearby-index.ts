/**
 * Which hot spots may matter at a place: a grid of cells, each with those whose border comes near it. One look-up a point,
 * however many hot spots there are.
 */
import { boundsOf } from '../geo/measure.ts';
import type { HotSpotGeometry, Metres } from '../model.ts';
import { type DegreeLengths, degreeLengths } from './degree-lengths.ts';
import type { SignedDistance } from './signed-distance.ts';

interface Bordered {
  readonly geometry: HotSpotGeometry;
  readonly distanceTo: SignedDistance;
}

type Bounds = ReturnType<typeof boundsOf>;

/** Smaller than most hot spots (0.2–10 ha), so that a cell has few of them. Ours. */
const LEAST_CELL_M: Metres = 50;
/** Two megabytes of references; a grid over a whole region has larger cells instead. Ours. */
const MOST_CELLS = 250_000;

/** Of several areas; null of none. */
function boundsOfAll(spots: readonly Bordered[]): Bounds | null {
  const boxes = spots.map(({ geometry }) => boundsOf(geometry));
  return boxes.length === 0
    ? null
    : {
        west: Math.min(...boxes.map(({ west }) => west)),
        south: Math.min(...boxes.map(({ south }) => south)),
        east: Math.max(...boxes.map(({ east }) => east)),
        north: Math.max(...boxes.map(({ north }) => north)),
      };
}

/** At the end that is further from the equator, where a degree of longitude is shortest. */
const shortestLengths = ({ south, north }: Bounds): DegreeLengths =>
  degreeLengths(Math.max(Math.abs(south), Math.abs(north)));

export class NearbyIndex<Spot extends Bordered> {
  readonly #cells: Spot[][] = [];
  readonly #reachM: Metres;
  #west = 0;
  #south = 0;
  #lonStep = 1;
  #latStep = 1;
  #columns = 0;
  #rows = 0;

  /** Finds those to whose border it is at most `reachM`, and some that are a little further away. */
  constructor(spots: readonly Spot[], reachM: Metres) {
    this.#reachM = reachM;
    const bounds = boundsOfAll(spots);
    if (bounds) this.#layOut(bounds, shortestLengths(bounds));
    for (const spot of spots) this.#enter(spot);
  }

  near(lon: number, lat: number): readonly Spot[] {
    const column = Math.floor((lon - this.#west) / this.#lonStep);
    const row = Math.floor((lat - this.#south) / this.#latStep);
    const isOutside = column < 0 || row < 0 || column >= this.#columns || row >= this.#rows;
    return isOutside ? NONE : (this.#cells[row * this.#columns + column] as Spot[]);
  }

  #layOut({ west, south, east, north }: Bounds, { lonM, latM }: DegreeLengths): void {
    const [lonReach, latReach] = [this.#reachM / lonM, this.#reachM / latM];
    this.#west = west - lonReach;
    this.#south = south - latReach;
    const [width, height] = [east + lonReach - this.#west, north + latReach - this.#south];
    const cellM = Math.max(LEAST_CELL_M, Math.sqrt((width * lonM * height * latM) / MOST_CELLS));
    this.#lonStep = cellM / lonM;
    this.#latStep = cellM / latM;
    this.#columns = Math.ceil(width / this.#lonStep);
    this.#rows = Math.ceil(height / this.#latStep);
    for (let cell = 0; cell < this.#columns * this.#rows; cell += 1) this.#cells.push([]);
  }

  /** In each cell that may have a place within reach: its middle is at most half a diagonal further away. */
  #enter(spot: Spot): void {
    const { west, south, east, north } = boundsOf(spot.geometry);
    const { lonM, latM } = degreeLengths((south + north) / 2);
    const [lonStep, latStep] = [this.#lonStep, this.#latStep];
    const [lonReach, latReach] = [this.#reachM / lonM, this.#reachM / latM];
    const furthestM = this.#reachM + Math.hypot(lonStep * lonM, latStep * latM) / 2;
    const columnAt = (lon: number) =>
      Math.min(this.#columns - 1, Math.max(0, Math.floor((lon - this.#west) / lonStep)));
    const rowAt = (lat: number) =>
      Math.min(this.#rows - 1, Math.max(0, Math.floor((lat - this.#south) / latStep)));
    for (let row = rowAt(south - latReach); row <= rowAt(north + latReach); row += 1)
      for (
        let column = columnAt(west - lonReach);
        column <= columnAt(east + lonReach);
        column += 1
      ) {
        const lon = this.#west + (column + 0.5) * lonStep;
        const lat = this.#south + (row + 0.5) * latStep;
        if (spot.distanceTo(lon, lat) >= -furthestM)
          this.#cells[row * this.#columns + column]?.push(spot);
      }
  }
}

const NONE: readonly never[] = [];
