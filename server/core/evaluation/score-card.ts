/**
 * The score card (domain brief N17): hot spots that people drew, judged on months held out, beside as many of the
 * densest cells by the earlier months. It never draws or changes anything.
 */
import type { EpochMs, Metres, TimeSpan, Uuid } from '../model.ts';
import type { Plane } from '../walking/network.ts';
import { adviceFor, type Suggestion } from './advice.ts';
import { denseHalf } from './dense-half.ts';
import type { PlanePoint } from './density-grid.ts';
import { type Incident, middleOf, shareWithin } from './incident.ts';
import { liesIn, type PlaneArea } from './plane-area.ts';
import { predictionEfficiencyIndex } from './precision.ts';
import { ringRound } from './ring-round.ts';
import {
  type Caught,
  catchOf,
  type HeldEvent,
  type Measure,
  type Score,
  type Size,
  scoreOf,
} from './score.ts';
import { type Change, changeBetween } from './small-numbers.ts';
import { metresWhere, type StreetPiece } from './streets.ts';
import { TOWN_YARDSTICK, type YardstickOptions, yardstickOf } from './yardstick.ts';

export interface DrawnPlace {
  readonly id: Uuid;
  readonly area: PlaneArea;
  readonly areaM2: number;
}

/** What the hot spots are a part of: incidents outside it are counted apart. */
export interface StudyArea {
  readonly plane: Plane;
  readonly extent: PlaneArea;
  readonly areaM2: number;
  /** Null: no network of streets is known. */
  readonly streets: readonly StreetPiece[] | null;
}

export interface ScoreCardInput {
  readonly incidents: readonly Incident[];
  readonly places: readonly DrawnPlace[];
  /** Of the places together, where they overlap counted once. */
  readonly unionM2: number;
  readonly study: StudyArea;
  /** Earlier months are what a machine may learn from; from here on is held out. */
  readonly split: EpochMs;
  readonly until: EpochMs;
  /** Days of harm of a category. */
  readonly weightOf: (category: string) => number;
  /** The last two whole tertials; null where the incidents do not reach so far back. */
  readonly lastTwoTertials: TimeSpan | null;
  readonly options?: YardstickOptions;
}

export interface PlaceScore {
  readonly id: Uuid;
  readonly score: Score;
  /** Incidents in the earlier months, whole. */
  readonly before: number;
  /**
   * Stability: how the place's rate changed against the town's (N. Levine's recapture rate index − 1): 0 keeps up with
   * the town, −0.5 has lost half of what its earlier months would lead to expect.
   */
  readonly stability: Change;
  readonly suggestion: Suggestion;
}

export interface ScoreCard {
  readonly earlier: number;
  readonly held: Caught;
  /** Incidents outside the study area, in both parts. */
  readonly outside: number;
  readonly extent: Size;
  readonly drawn: Score & { readonly pei: Measure };
  readonly densest: Score & { readonly pei: Measure };
  readonly cellM: Metres;
  readonly bandwidthM: Metres;
  readonly places: readonly PlaceScore[];
}

interface Placed {
  readonly incident: Incident;
  readonly x: number;
  readonly y: number;
}

export function scoreCard(input: ScoreCardInput): ScoreCard {
  const { study, places, options = TOWN_YARDSTICK } = input;
  const placed = placeAll(input);
  const known = placed.filter(({ x, y }) => liesIn(study.extent, x, y));
  const train = earlierPoints(known, input);
  const held = heldEvents(known, input);
  const everything = catchOf(held, () => true);
  const whole = { areaM2: study.areaM2, streetM: lengthWhere(study, () => true) };
  const inAny = (x: number, y: number) => places.some(({ area }) => liesIn(area, x, y));
  const yardstick = yardstickOf(study.extent, train, held, input.unionM2, options);
  const cellsM2 = yardstick.cells.length * yardstick.grid.cellM ** 2;
  const setScore = (isInside: (x: number, y: number) => boolean, areaM2: number) => {
    const caught = catchOf(held, isInside);
    const size = { areaM2, streetM: lengthWhere(study, isInside) };
    const score = scoreOf(caught, size, everything, whole);
    const best = predictionEfficiencyIndex(caught.events, yardstick.mostPossible);
    return { ...score, pei: score.hitRate.known ? best : score.hitRate };
  };
  return {
    earlier: train.reduce((sum, { weight }) => sum + weight, 0),
    held: everything,
    outside: placed.length - known.length,
    extent: whole,
    drawn: setScore(inAny, input.unionM2),
    densest: setScore(yardstick.isInside, cellsM2),
    cellM: yardstick.grid.cellM,
    bandwidthM: options.bandwidthM,
    places: placeScores(input, known, held, whole),
  };
}

const placeAll = ({ incidents, study, until }: ScoreCardInput): Placed[] =>
  incidents.flatMap((incident) => {
    if (incident.from >= until) return [];
    const [x, y] = study.plane.toXY(incident.lonLat);
    return [{ incident, x, y }];
  });

function earlierPoints(known: readonly Placed[], { split }: ScoreCardInput): PlanePoint[] {
  const span = { from: Number.NEGATIVE_INFINITY, to: split };
  return known.map(({ incident, x, y }) => ({
    x,
    y,
    weight: incident.count * shareWithin(incident, span),
  }));
}

function heldEvents(known: readonly Placed[], input: ScoreCardInput): HeldEvent[] {
  const { split, until, weightOf } = input;
  const span = { from: split, to: until };
  return known.flatMap(({ incident, x, y }) => {
    const events = incident.count * shareWithin(incident, span);
    const middle = middleOf(incident);
    const whole = split <= middle && middle < until ? incident.count : 0;
    if (events === 0 && whole === 0) return [];
    return [{ x, y, events, harm: events * weightOf(incident.category), whole }];
  });
}

function lengthWhere({ streets }: StudyArea, isInside: (x: number, y: number) => boolean) {
  return streets ? metresWhere(streets, isInside) : null;
}

const wholeWhere = (
  placed: readonly Placed[],
  span: TimeSpan,
  isInside: (one: Placed) => boolean,
) =>
  placed.reduce((sum, one) => {
    const middle = middleOf(one.incident);
    const counts = span.from <= middle && middle < span.to && isInside(one);
    return counts ? sum + one.incident.count : sum;
  }, 0);

function placeScores(
  input: ScoreCardInput,
  known: readonly Placed[],
  held: readonly HeldEvent[],
  whole: Size,
): PlaceScore[] {
  const { places, study, split } = input;
  const everything = catchOf(held, () => true);
  const past = { from: Number.NEGATIVE_INFINITY, to: split };
  const townBefore = wholeWhere(known, past, () => true);
  const train = earlierPoints(known, input);
  return places.map((place) => {
    const isInside = (x: number, y: number) => liesIn(place.area, x, y);
    const caught = catchOf(held, isInside);
    const size = { areaM2: place.areaM2, streetM: lengthWhere(study, isInside) };
    const before = wholeWhere(known, past, ({ x, y }) => isInside(x, y));
    const exposure = townBefore === 0 ? 1 : everything.whole / townBefore;
    return {
      id: place.id,
      score: scoreOf(caught, size, everything, whole),
      before,
      stability: changeBetween(before, caught.whole, exposure || 1),
      suggestion: adviceFor({
        inside: caught.whole,
        town: everything.whole,
        areaM2: place.areaM2,
        townM2: study.areaM2,
        ...ringRound(place, places, study.extent, held),
        denseHalf: denseHalf(place.area, train, held),
        lastTwoTertials:
          input.lastTwoTertials &&
          wholeWhere(known, input.lastTwoTertials, ({ x, y }) => isInside(x, y)),
      }),
    };
  });
}
