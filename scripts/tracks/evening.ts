/** A patrol's evening among a town's hot spots: visits, and what is easily taken for one. */
import type { Metres } from '#core/model.ts';
import { type Random, seededRandom } from '#core/planner/random.ts';
import { PatrolPath, type Step } from './patrol-path.ts';
import {
  type Area,
  between,
  distanceBetween,
  distanceToBorder,
  isInside,
  onTheWay,
  type Place,
  pick,
  placeInside,
  sidesOf,
} from './plane.ts';
import { simulatedTown } from './town.ts';
import { isClear, isVisit, type Presence, presencesIn } from './true-visits.ts';

export interface Evening {
  readonly areas: readonly Area[];
  readonly steps: readonly Step[];
  readonly visits: readonly Presence[];
  /** Walks outside along a border. */
  readonly passes: readonly Presence[];
}

interface Scene {
  readonly random: Random;
  readonly areas: readonly Area[];
  readonly path: PatrolPath;
  readonly passes: Presence[];
}

type Act = (scene: Scene) => void;

const ACTS = 16;
/** Further outside than this the patrol is on the other side of the street (../shared/tracks). */
const PASSING_M = [18, 30] as const;
const VISIT_S = [330, 1200] as const;
const MOST_ATTEMPTS = 150;

const visit: Act = ({ random, areas, path }) => {
  const area = pick(random, areas);
  path.walk(placeInside(random, area, 3));
  path.linger(area, between(random, ...VISIT_S), 3);
};

/** As guards walk a fence: to and fro, close to one side. */
const visitAlongTheBorder: Act = ({ random, areas, path }) => {
  const area = pick(random, areas);
  const [from, to] = beside(random, area, -between(random, 3, 8), -10);
  path.pace(from, to, between(random, ...VISIT_S));
};

const visitWithAnErrand: Act = ({ random, areas, path }) => {
  const area = pick(random, areas);
  path.walk(placeInside(random, area, 3));
  path.linger(area, between(random, 330, 600), 3);
  const back = placeInside(random, area);
  path.walk(onTheWay(path.steps.at(-1)?.at ?? back, back, 0.5));
  const [out] = beside(random, area, 8, 0);
  path.walk(out);
  path.walk(back);
  path.linger(area, between(random, 240, 500), 3);
};

const passAt = (outsideM: readonly [Metres, Metres], seconds: number): Act => {
  return ({ random, areas, path, passes }) => {
    const area = pick(random, areas);
    const [from, to] = beside(random, area, between(random, ...outsideM), 40);
    path.walk(from);
    const begun = path.steps.length;
    path.pace(from, to, between(random, 0, seconds));
    passes.push({ areaId: area.id, from: begun, to: path.steps.length });
  };
};

const through =
  (go: 'walk' | 'cycle' | 'drive', times: number): Act =>
  ({ random, areas, path }) => {
    const middle = placeInside(random, pick(random, areas));
    const angle = between(random, 0, 2 * Math.PI);
    const [east, north] = [220 * Math.cos(angle), 220 * Math.sin(angle)];
    path.walk([middle[0] - east, middle[1] - north]);
    for (let time = 0; time <= random.below(times); time += 1) {
      path[go]([middle[0] + east, middle[1] + north]);
      if (times > 1) path[go]([middle[0] - east, middle[1] - north]);
    }
  };

const breakNearby: Act = ({ random, areas, path }) => {
  const [from, to] = beside(random, pick(random, areas), between(random, 20, 45), 0);
  path.walk(onTheWay(from, to, random.share()));
  path.stand(between(random, 300, 900));
};

/** Each as often as it stands here. */
const EVENING_ACTS: readonly Act[] = [
  ...Array.from({ length: 10 }, () => visit),
  visitAlongTheBorder,
  visitWithAnErrand,
  passAt(PASSING_M, 480),
  passAt(PASSING_M, 0),
  through('walk', 1),
  through('cycle', 2),
  through('drive', 4),
  breakNearby,
];

/**
 * Two places along a long side, so many metres outside it (inside where it is negative) and so many beyond its ends.
 * No other border is nearer than that.
 */
function beside(random: Random, area: Area, outsideM: Metres, beyondM: Metres): [Place, Place] {
  const sides = area.rings.slice(0, 1).flatMap(sidesOf);
  const long = sides.filter(([from, to]) => distanceBetween(from, to) > 20);
  const [from, to] = pick(random, long);
  const length = distanceBetween(from, to);
  // Rings run counter-clockwise: outside is to the right.
  const shift = [
    ((to[1] - from[1]) / length) * outsideM,
    ((from[0] - to[0]) / length) * outsideM,
  ] as const;
  const move = (share: number): Place => {
    const [x, y] = onTheWay(from, to, share);
    return [x + shift[0], y + shift[1]];
  };
  return [move(-beyondM / length), move(1 + beyondM / length)];
}

/** A pass is one only where it keeps outside of everything by that much. */
function keepsOutside({ areas, path, passes }: Scene, leastM: Metres): boolean {
  return passes.every(({ from, to }) =>
    path.steps
      .slice(from, to)
      .filter((_, second) => second % 5 === 0)
      .every(({ at }) =>
        areas.every((area) => !isInside(area, at) && distanceToBorder(area, at) >= leastM),
      ),
  );
}

/** Does acts until enough are clear; one that leaves doubt of what it was is taken back. False where none is clear. */
function play(scene: Scene, acts: readonly Act[], count: number, leastM: Metres): boolean {
  let done = 0;
  for (let attempt = 0; done < count && attempt < MOST_ATTEMPTS; attempt += 1) {
    const [length, passed] = [scene.path.steps.length, scene.passes.length];
    pick(scene.random, acts)(scene);
    const clear = scene.areas.every((area) => isClear(presencesIn(scene.path.steps, area)));
    if (clear && keepsOutside({ ...scene, passes: scene.passes.slice(passed) }, leastM)) done += 1;
    else {
      scene.path.rewind(length);
      scene.passes.length = passed;
    }
  }
  return done === count;
}

function toldOf({ areas, path, passes }: Scene): Evening {
  const visits = areas.flatMap((area) => presencesIn(path.steps, area).filter(isVisit));
  return { areas, steps: path.steps, visits, passes };
}

const leave: Act = ({ random, path }) => {
  const angle = between(random, 0, 2 * Math.PI);
  path.walk([600 * Math.cos(angle), 600 * Math.sin(angle)]);
};

/** One evening in four begins, and one in four ends, in the middle of a visit. Null where it came to a dead end. */
function eveningOfVisits(random: Random): Evening | null {
  const areas = simulatedTown(random);
  const first = pick(random, areas);
  const isInAtStart = random.share() < 0.25;
  const from: Place = isInAtStart ? placeInside(random, first, 3) : [-560, 0];
  const scene = { random, areas, path: new PatrolPath(random, from), passes: [] };
  const stay: Act = ({ path }) => path.linger(first, between(random, ...VISIT_S), 3);
  const last = random.share() < 0.25 ? visit : leave;
  const isWhole =
    (!isInAtStart || play(scene, [stay], 1, 0)) &&
    play(scene, EVENING_ACTS, ACTS, PASSING_M[0] - 1) &&
    play(scene, [last], 1, 0);
  return isWhole ? toldOf(scene) : null;
}

/** Nothing but walks along borders, 20 m outside (domain brief 6). */
function eveningOfWalks(random: Random): Evening | null {
  const areas = simulatedTown(random);
  const scene = { random, areas, path: new PatrolPath(random, [-560, 0]), passes: [] };
  return play(scene, [passAt([20, 20], 0)], 20, 19.5) ? toldOf(scene) : null;
}

/** Begins anew until it comes to an end. */
function retold(seed: number, tell: (random: Random) => Evening | null): Evening {
  const random = seededRandom(seed);
  for (;;) {
    const evening = tell(random);
    if (evening) return evening;
  }
}

export const simulatedEvening = (seed: number): Evening => retold(seed, eveningOfVisits);
export const eveningOfPasses = (seed: number): Evening => retold(seed, eveningOfWalks);
