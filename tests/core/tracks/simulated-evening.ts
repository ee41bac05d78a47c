/**
 * Evenings of a patrol whose true visits are known, recorded by a bad phone: an error that stays alike for a while
 * (AR(1)), jumps that last, gaps, points out of order and doubled. Among the visits are things that are none.
 */
import { contains } from '#core/geo/contains.ts';
import type { LonLat, TimeSpan } from '#core/model.ts';
import { type Random, seededRandom } from '#core/planner/random.ts';
import { degreeLengths } from '#core/tracks/degree-lengths.ts';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';

export interface Phone {
  readonly everyS: number;
  /** Standard deviation of the error in each direction, and for how long it stays alike. */
  readonly errorM: number;
  readonly alikeS: number;
  readonly jumpsAnHour: number;
  readonly gaps: number;
  readonly longestGapS: number;
  /** Share of the points that come late or twice. */
  readonly unruly: number;
}

/** The worst that is expected to be read well. */
export const BAD_PHONE: Omit<Phone, 'everyS'> = {
  errorM: 12,
  alikeS: 25,
  jumpsAnHour: 8,
  gaps: 3,
  longestGapS: 480,
  unruly: 0.05,
};

type Point = readonly [xM: number, yM: number];

const ORIGIN: LonLat = [16.5878, 59.0575];
const { lonM, latM } = degreeLengths(ORIGIN[1]);
const lonLatOf = ([x, y]: Point): LonLat => [ORIGIN[0] + x / lonM, ORIGIN[1] + y / latM];
const STARTS_AT = 1_795_536_000_000;

const hotSpot = (id: string, ...corners: Point[]): TrackedHotSpot => ({
  id,
  geometry: {
    type: 'Polygon',
    coordinates: [[...corners, corners[0] as Point].map((corner) => [...lonLatOf(corner)])],
  },
});

/** A square and its neighbour across a common border, a street, an L, a small yard and a large park. */
export const TOWN: readonly TrackedHotSpot[] = [
  hotSpot('square', [0, 0], [90, 0], [90, 80], [0, 80]),
  hotSpot('arcade', [90, 0], [170, 10], [170, 70], [90, 80]),
  hotSpot('street', [-160, -150], [-120, -150], [-100, 60], [-140, 60]),
  hotSpot('corner', [40, -220], [160, -220], [160, -180], [85, -180], [85, -100], [40, -100]),
  hotSpot('yard', [-60, 190], [-26, 190], [-26, 224], [-60, 224]),
  hotSpot('park', [230, -120], [380, -100], [360, 40], [240, 60]),
];

const boxOf = ({ geometry }: TrackedHotSpot): { low: Point; high: Point } => {
  const corners = (geometry.coordinates as number[][][])[0] as number[][];
  const xs = corners.map(([lon = 0]) => (lon - ORIGIN[0]) * lonM);
  const ys = corners.map(([, lat = 0]) => (lat - ORIGIN[1]) * latM);
  return { low: [Math.min(...xs), Math.min(...ys)], high: [Math.max(...xs), Math.max(...ys)] };
};

const between = (random: Random, low: number, high: number) => low + random.share() * (high - low);

function placeIn(random: Random, place: TrackedHotSpot): Point {
  const { low, high } = boxOf(place);
  for (;;) {
    const at: Point = [between(random, low[0], high[0]), between(random, low[1], high[1])];
    if (contains(place.geometry, lonLatOf(at))) return at;
  }
}

interface Step {
  readonly at: Point;
  readonly onFoot: boolean;
}

/** The true path, a step a second. */
class Walk {
  readonly steps: Step[] = [];
  readonly #random: Random;
  #at: Point;

  constructor(random: Random, from: Point) {
    this.#random = random;
    this.#at = from;
  }

  to(goal: Point, speedMs = between(this.#random, 1, 1.5), onFoot = true): void {
    const [x, y] = this.#at;
    const seconds = Math.ceil(Math.hypot(goal[0] - x, goal[1] - y) / speedMs);
    for (let second = 1; second <= seconds; second += 1) {
      const share = second / seconds;
      this.steps.push({ at: [x + share * (goal[0] - x), y + share * (goal[1] - y)], onFoot });
    }
    this.#at = goal;
  }

  stand(seconds: number): void {
    for (let second = 0; second < seconds; second += 1)
      this.steps.push({ at: this.#at, onFoot: true });
  }

  /** About a place for so long, now standing, now walking. */
  linger(place: TrackedHotSpot, seconds: number): void {
    const until = this.steps.length + seconds;
    while (this.steps.length < until) {
      if (this.#random.share() < 0.5) this.to(placeIn(this.#random, place), 0.8);
      else this.stand(between(this.#random, 20, 120));
    }
  }

  /** Back and forth along the south of a place, so many metres outside. */
  edge(place: TrackedHotSpot, outsideM: number, seconds: number): void {
    const { low, high } = boxOf(place);
    const until = this.steps.length + seconds;
    while (this.steps.length < until) {
      this.to([low[0], low[1] - outsideM], 0.9);
      this.to([high[0], low[1] - outsideM], 0.9);
    }
  }
}

function evening(random: Random): Step[] {
  const walk = new Walk(random, [-300, -300]);
  for (let act = 0; act < 14; act += 1) {
    const place = TOWN[random.below(TOWN.length)] as TrackedHotSpot;
    const draw = random.share();
    const goal = placeIn(random, place);
    if (draw < 0.6) {
      walk.to(goal);
      walk.linger(place, between(random, 320, 1000));
    } else if (draw < 0.7) walk.edge(place, between(random, 18, 30), between(random, 300, 600));
    else if (draw < 0.8) walk.to(goal);
    else if (draw < 0.9) {
      walk.to([-300, goal[1]], 9, false);
      walk.to([450, goal[1]], 9, false);
    } else {
      walk.to([-250, 150]);
      walk.stand(between(random, 300, 900));
    }
  }
  walk.to([-300, -300]);
  return walk.steps;
}

export interface TrueVisit extends TimeSpan {
  readonly hotSpotId: string;
}

const SHORTEST_EXIT_S = 180;
const LEAST_VISIT_S = 180;

const isIn = ({ low, high }: ReturnType<typeof boxOf>, [x, y]: Point): boolean =>
  x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1];

function visitsIn(steps: readonly Step[], hotSpot: TrackedHotSpot): TrueVisit[] {
  const { id, geometry } = hotSpot;
  const box = boxOf(hotSpot);
  const spans: { from: number; to: number }[] = [];
  for (const [second, { at, onFoot }] of steps.entries()) {
    if (!onFoot || !isIn(box, at) || !contains(geometry, lonLatOf(at))) continue;
    const last = spans.at(-1);
    if (last && second - last.to < SHORTEST_EXIT_S) last.to = second;
    else spans.push({ from: second, to: second });
  }
  return spans
    .filter(({ from, to }) => to - from >= LEAST_VISIT_S)
    .map(({ from, to }) => ({
      hotSpotId: id,
      from: STARTS_AT + from * 1000,
      to: STARTS_AT + to * 1000,
    }));
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
}

/** The seconds in which the phone is silent. */
function gapsIn(random: Random, length: number, { gaps, longestGapS }: Phone): TimeSpan[] {
  return Array.from({ length: gaps }, () => {
    const from = between(random, 0, length);
    return { from, to: from + between(random, 60, longestGapS) };
  });
}

function record(random: Random, steps: readonly Step[], phone: Phone): TrackPoint[] {
  const gaps = gapsIn(random, steps.length, phone);
  const points: TrackPoint[] = [];
  const alike = Math.exp(-1 / phone.alikeS);
  let error: Point = [phone.errorM * normal(random), phone.errorM * normal(random)];
  let jump: { until: number; by: Point } = { until: 0, by: [0, 0] };
  for (const [second, { at }] of steps.entries()) {
    const fresh = phone.errorM * Math.sqrt(1 - alike * alike);
    error = [alike * error[0] + fresh * normal(random), alike * error[1] + fresh * normal(random)];
    if (random.share() < phone.jumpsAnHour / 3600) {
      const [length, angle] = [between(random, 60, 300), between(random, 0, 2 * Math.PI)];
      const by: Point = [length * Math.cos(angle), length * Math.sin(angle)];
      jump = { until: second + Math.max(phone.everyS, between(random, 1, 12)), by };
    }
    if (second % phone.everyS !== 0 || gaps.some(({ from, to }) => second > from && second < to))
      continue;
    const off = second < jump.until ? jump.by : [0, 0];
    const where: Point = [at[0] + error[0] + (off[0] ?? 0), at[1] + error[1] + (off[1] ?? 0)];
    points.push({ at: STARTS_AT + second * 1000, lonLat: lonLatOf(where), accuracyM: null });
  }
  return points;
}

/** Some points swap places with one a little later, some come twice. */
function upset(random: Random, points: TrackPoint[], share: number): TrackPoint[] {
  const upset = [...points];
  for (const [index, point] of points.entries()) {
    if (random.share() >= share) continue;
    const other = Math.min(points.length - 1, index + 1 + random.below(8));
    [upset[index], upset[other]] = [upset[other] as TrackPoint, upset[index] as TrackPoint];
    if (random.share() < 0.5) upset.splice(other + 1 + random.below(50), 0, point);
  }
  return upset;
}

export interface Evening {
  readonly points: readonly TrackPoint[];
  readonly visits: readonly TrueVisit[];
}

export function simulatedEvening(seed: number, phone: Phone): Evening {
  const random = seededRandom(seed);
  const steps = evening(random);
  const points = upset(random, record(random, steps, phone), phone.unruly);
  return { points, visits: TOWN.flatMap((place) => visitsIn(steps, place)) };
}
