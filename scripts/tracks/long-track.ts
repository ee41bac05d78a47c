/** A track of any length among fifty hot spots, made as it is asked for: what detection's speed is measured on. */
import type { Metres } from '#core/model.ts';
import { seededRandom } from '#core/planner/random.ts';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import { STARTS_AT } from './phone.ts';
import {
  type Area,
  between,
  distanceBetween,
  lonLatOf,
  onTheWay,
  type Place,
  pick,
} from './plane.ts';
import { hotSpotOf } from './town.ts';

const COLUMNS = 10;
const ROWS = 5;
const APART_M: Metres = 250;
const CORNERS = 30;
const STAY_S = [300, 900] as const;
const WALK_MS = 1.3;
const ERROR_M: Metres = 5;

/** A star with so many corners, about 100 m across. */
function star(index: number): Area {
  const random = seededRandom(index + 1);
  const middle: Place = [(index % COLUMNS) * APART_M, Math.floor(index / COLUMNS) * APART_M];
  const ring = Array.from({ length: CORNERS }, (_, corner): Place => {
    const radius = between(random, 35, 60);
    const angle = (2 * Math.PI * corner) / CORNERS;
    return [middle[0] + radius * Math.cos(angle), middle[1] + radius * Math.sin(angle)];
  });
  return { id: `star-${index}`, rings: [ring] };
}

export const fiftyHotSpots = (): TrackedHotSpot[] =>
  Array.from({ length: COLUMNS * ROWS }, (_, index) => hotSpotOf(star(index)));

const middleOf = (index: number): Place => [
  (index % COLUMNS) * APART_M,
  Math.floor(index / COLUMNS) * APART_M,
];

/**
 * So many points, one each `everyS` seconds: from one hot spot to another, five to fifteen minutes in each, and on; `awayM` is
 * how far away from all of them the whole walk is made.
 */
export function* longTrack(
  count: number,
  everyS: number,
  awayM: Metres = 0,
): Generator<TrackPoint> {
  const random = seededRandom(7);
  const spots = Array.from({ length: COLUMNS * ROWS }, (_, index) => index);
  let [from, to]: [Place, Place] = [middleOf(0), middleOf(1)];
  let [leavesAt, arrivesAt, staysUntil] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const second = index * everyS;
    if (second >= staysUntil) {
      [from, to] = [to, middleOf(pick(random, spots))];
      leavesAt = second;
      arrivesAt = second + distanceBetween(from, to) / WALK_MS;
      staysUntil = arrivesAt + between(random, ...STAY_S);
    }
    const share = Math.min(1, (second - leavesAt) / Math.max(1, arrivesAt - leavesAt));
    const [east, north] = onTheWay(from, to, share);
    const [x, y] = [between(random, -ERROR_M, ERROR_M), between(random, -ERROR_M, ERROR_M)];
    const lonLat = lonLatOf([east + x + awayM, north + y]);
    yield { at: STARTS_AT + second * 1000, lonLat, accuracyM: ERROR_M };
  }
}
