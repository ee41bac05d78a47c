/**
 * How a phone records where it is. Another model than that of ../shared/tracks: the error wanders (Gauss–Markov), trembles,
 * and changes in steps from house to house where walls reflect; the phone says of its accuracy what it likes.
 */
import type { EpochMs, Metres } from '#core/model.ts';
import type { Random } from '#core/planner/random.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import type { Step } from './patrol-path.ts';
import { between, distanceBetween, lonLatOf, type Place, pick } from './plane.ts';

type Range = readonly [low: number, high: number];

/** What an evening's phone is drawn from. Errors are standard deviations in each direction. */
export interface PhoneKind {
  readonly wanderM: Range;
  /** For how long the wandering error stays alike. */
  readonly alikeS: Range;
  /** Reflections: the error that a house of 40 m adds where there is one. */
  readonly wallsM: number;
  readonly jumpsAnHour: number;
  /** In number; each of so many seconds. */
  readonly gaps: Range;
  readonly gapS: Range;
  /** `steady`: each so many seconds; `pocket`: now and then, 1 to 30 s; `distance`: each 25 m, and each ten minutes. */
  readonly sampling: readonly ('steady' | 'pocket' | 'distance')[];
  readonly accuracy: 'fair' | 'flattering' | 'lying' | 'none';
  /** Share of the points that come late, and of those that come twice. */
  readonly late: number;
  readonly doubled: number;
}

export const STARTS_AT: EpochMs = Date.parse('2026-11-27T20:00:00Z');

const STEADY_S = [1, 2, 5, 10, 15, 30] as const;
const TREMBLE_M = 1.2;
const HOUSE_M: Metres = 40;
const HOUSES_ACROSS = 1000;
const WALLED_SHARE = 0.4;
const FILTER_M: Metres = 25;
const HEARTBEAT_S = 600;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
}

const scattered = (random: Random, by: Metres): Place => [by * normal(random), by * normal(random)];

const sum = (...places: readonly Place[]): Place => [
  places.reduce((total, [x]) => total + x, 0),
  places.reduce((total, [, y]) => total + y, 0),
];

/** The error second by second. */
type ErrorSource = (at: Place) => Place;

function wandering(random: Random, kind: PhoneKind): ErrorSource {
  const by = between(random, ...kind.wanderM);
  const alike = Math.exp(-1 / between(random, ...kind.alikeS));
  const fresh = by * Math.sqrt(1 - alike * alike);
  let error = scattered(random, by);
  return () => {
    const [x, y] = scattered(random, fresh);
    error = [alike * error[0] + x, alike * error[1] + y];
    return error;
  };
}

/** Each house has its own reflection, the same whenever one comes back to it; the phone needs some seconds to follow. */
function walls(random: Random, { wallsM }: PhoneKind): ErrorSource {
  const houses = new Map<number, Place>();
  let error: Place = [0, 0];
  return ([x, y]) => {
    const house = Math.floor(x / HOUSE_M) * HOUSES_ACROSS + Math.floor(y / HOUSE_M);
    const isWalled = random.share() < WALLED_SHARE;
    const by = houses.get(house) ?? (isWalled ? scattered(random, wallsM) : [0, 0]);
    houses.set(house, by);
    error = [error[0] + (by[0] - error[0]) / 5, error[1] + (by[1] - error[1]) / 5];
    return error;
  };
}

function jumps(random: Random, { jumpsAnHour }: PhoneKind): ErrorSource {
  let left = 0;
  let by: Place = [0, 0];
  return () => {
    left -= 1;
    if (left <= 0 && random.share() < jumpsAnHour / 3600) {
      const [length, angle] = [between(random, 60, 300), between(random, 0, 2 * Math.PI)];
      by = [length * Math.cos(angle), length * Math.sin(angle)];
      left = between(random, 1, 20);
    }
    return left > 0 ? by : [0, 0];
  };
}

/** Says whether the phone fixes in this second, given what it then would believe. */
type Sampling = (second: number, believed: Place) => boolean;

function steady(random: Random): Sampling {
  const everyS = pick(random, STEADY_S);
  return (second) => second % everyS === 0;
}

function inPocket(random: Random): Sampling {
  let next = 0;
  return (second) => {
    if (second < next) return false;
    next = second + Math.ceil(between(random, 0, 30));
    return true;
  };
}

function byDistance(): Sampling {
  let last: { second: number; at: Place } | null = null;
  return (second, at) => {
    const isDue =
      !last || second - last.second >= HEARTBEAT_S || distanceBetween(last.at, at) >= FILTER_M;
    if (isDue) last = { second, at };
    return isDue;
  };
}

const SAMPLINGS = { steady, pocket: inPocket, distance: byDistance } as const;

type Claim = (random: Random, kind: PhoneKind, error: Place) => Metres | null;

/** What the phone says of its accuracy. */
const CLAIMS: Readonly<Record<PhoneKind['accuracy'], Claim>> = {
  none: () => null,
  fair: (random, { wanderM }, error) =>
    Math.max(3, wanderM[1] * between(random, 0.8, 1.5) + 0.2 * Math.hypot(...error)),
  flattering: (_random, { wanderM }) => Math.max(3, wanderM[0] / 2),
  lying: (random) => (random.share() < 0.15 ? between(random, 40, 70) : between(random, 3, 12)),
};

function silences(random: Random, seconds: number, { gaps, gapS }: PhoneKind): Range[] {
  return Array.from({ length: Math.round(between(random, ...gaps)) }, () => {
    const from = between(random, 0, seconds);
    return [from, from + between(random, ...gapS)];
  });
}

function recorded(random: Random, steps: readonly Step[], kind: PhoneKind): TrackPoint[] {
  const sources = [wandering(random, kind), walls(random, kind), jumps(random, kind)];
  const isDue = SAMPLINGS[pick(random, kind.sampling)](random);
  const silent = silences(random, steps.length, kind);
  return steps.flatMap(({ at }, second) => {
    const error = sum(...sources.map((source) => source(at)), scattered(random, TREMBLE_M));
    const believed = sum(at, error);
    const isSilent = silent.some(([from, to]) => second > from && second < to);
    if (isSilent || !isDue(second, believed)) return [];
    const fixedAt = STARTS_AT + second * 1000;
    return [
      {
        at: fixedAt,
        lonLat: lonLatOf(believed),
        accuracyM: CLAIMS[kind.accuracy](random, kind, error),
      },
    ];
  });
}

/** Late points come up to ten places after their own; doubles up to twenty, one in three a step aside. */
function upset(random: Random, points: readonly TrackPoint[], kind: PhoneKind): TrackPoint[] {
  const queue = points.flatMap((point, index) => {
    const late = random.share() < kind.late ? between(random, 0, 10) : 0;
    const own = { place: index + late, point };
    if (random.share() >= kind.doubled) return [own];
    const { lonLat } = point;
    const moved =
      random.share() < 1 / 3 ? { ...point, lonLat: [lonLat[0] + 2e-5, lonLat[1]] as const } : point;
    return [own, { place: index + between(random, 0, 20), point: moved }];
  });
  return queue.toSorted((one, other) => one.place - other.place).map(({ point }) => point);
}

export function recordedBy(random: Random, steps: readonly Step[], kind: PhoneKind): TrackPoint[] {
  return upset(random, recorded(random, steps, kind), kind);
}
