/**
 * Reads a patrol's visits to hot spots out of its track, point by point as they come or all at once:
 *
 *   points → in order → smoothed against noise and jumps → distance to each border → inside or not → visits
 *
 * Memory is bounded by a few minutes of points, whatever the length of the track. A point costs as much as the hot spots
 * within 100 m of it: of the others nothing is asked (`nearby-index.ts`).
 */
import type { EpochMs, Metres } from '../model.ts';
import { breaksOff } from './breaks-off.ts';
import { DETECTION, type DetectionOptions } from './detection-options.ts';
import { HotSpotWatch } from './hot-spot-watch.ts';
import { NearbyIndex } from './nearby-index.ts';
import { doubtM, MOST_DOUBT_M, MOST_ODDS, oddsAt } from './presence-switch.ts';
import { ReorderBuffer } from './reorder-buffer.ts';
import type { DetectedVisit, TrackedHotSpot, TrackPoint } from './track-point.ts';
import { TrackSmoother } from './track-smoother.ts';
import { TrackWindow } from './track-window.ts';

/** Points that the phone itself believes to be worse than this are left out (domain brief 3.2). */
const WORST_ACCURACY_M: Metres = 50;
/** Faster is no walking: 1.5 times a brisk 2 m/s. Ours. */
const FASTEST_ON_FOOT_MS = 3;
/** Faster is no cycling in a town: 25 km/h. Ours. */
const FASTEST_CYCLING_MS = 7;
/** Odds are reckoned as if a smoothed position were wrong by this many times what the phone says: phones flatter themselves. */
const ERROR_SHARE = 2.5;

const NONE: readonly DetectedVisit[] = [];

const byTime = (one: DetectedVisit, other: DetectedVisit): number =>
  one.from - other.from || one.to - other.to || (one.hotSpotId < other.hotSpotId ? -1 : 1);

export class VisitDetector {
  readonly #buffer = new ReorderBuffer();
  readonly #window = new TrackWindow();
  readonly #smoother = new TrackSmoother(this.#window);
  readonly #index: NearbyIndex<HotSpotWatch>;
  readonly #fastestMs: number;
  /** Those of which more than being outside is to be told, from stay to visit. */
  readonly #awake: HotSpotWatch[] = [];
  #found: DetectedVisit[] = [];
  #firstAt: EpochMs = 0;
  /** The point before; there is none at the beginning, and after a break. */
  readonly #last = { at: 0, lon: 0, lat: 0 };
  #isFirst = true;

  constructor(hotSpots: readonly TrackedHotSpot[], options: DetectionOptions = DETECTION) {
    this.#fastestMs = options.cycling ? FASTEST_CYCLING_MS : FASTEST_ON_FOOT_MS;
    const watches = hotSpots.map((hotSpot) => new HotSpotWatch(hotSpot, options));
    this.#index = new NearbyIndex(watches, MOST_DOUBT_M);
  }

  /** The visits that this point shows to be over. @throws RangeError where its time or place is no number */
  take(point: TrackPoint): readonly DetectedVisit[] {
    if (!Number.isFinite(point.at + point.lonLat[0] + point.lonLat[1]))
      throw new RangeError(`a point at ${point.lonLat.join(' ')}, time ${point.at}`);
    if (point.accuracyM !== null && point.accuracyM > WORST_ACCURACY_M) return NONE;
    const next = this.#buffer.take(point);
    if (next) this.#add(next);
    return this.#given();
  }

  /** No more points come: the visits that are left, those still going on among them. */
  finish(): readonly DetectedVisit[] {
    for (let next = this.#buffer.release(); next; next = this.#buffer.release()) this.#add(next);
    this.#window.end();
    this.#seeComplete();
    this.#breakOff();
    return this.#given();
  }

  /** How many points are kept: bounded, however long the track. */
  get keptPoints(): number {
    return this.#buffer.size + this.#window.size;
  }

  #given(): readonly DetectedVisit[] {
    if (this.#found.length === 0) return NONE;
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #add(point: TrackPoint): void {
    const [lon, lat] = point.lonLat;
    this.#window.add(point, this.#index.near(lon, lat).length > 0);
    this.#seeComplete();
  }

  #seeComplete(): void {
    while (this.#window.isComplete()) {
      this.#see();
      this.#window.next();
    }
  }

  /** Where nothing is near or in doubt, the place that the phone said will do. */
  #see(): void {
    const window = this.#window;
    const at = window.at[window.middle] as EpochMs;
    let lon = window.lon[window.middle] as number;
    let lat = window.lat[window.middle] as number;
    if (window.isNear || this.#awake.length > 0) {
      this.#smoother.smooth();
      ({ lon, lat } = this.#smoother);
    }
    if (!this.#isFirst && breaksOff(this.#last, at, lon, lat)) this.#breakOff();
    const near = this.#index.near(lon, lat);
    if (near.length > 0 || this.#awake.length > 0) this.#weigh(near, at, lon, lat);
    this.#remember(at, lon, lat);
  }

  #remember(at: EpochMs, lon: number, lat: number): void {
    if (this.#isFirst) this.#firstAt = at;
    this.#isFirst = false;
    this.#last.at = at;
    this.#last.lon = lon;
    this.#last.lat = lat;
  }

  #weigh(near: readonly HotSpotWatch[], at: EpochMs, lon: number, lat: number): void {
    const errorM = this.#smoother.accuracyM * ERROR_SHARE;
    for (const watch of near) if (!watch.isAwake) this.#wake(watch, at, lon, lat, errorM);
    if (this.#awake.length === 0) return;
    const isFast = this.#smoother.isFasterThan(this.#fastestMs);
    let awake = 0;
    for (const watch of this.#awake) {
      const distanceM = watch.distanceTo(lon, lat);
      const visit = watch.take(at, distanceM, isFast ? -MOST_ODDS : oddsAt(distanceM, errorM));
      if (visit) this.#found.push(visit);
      if (!watch.isAwake) continue;
      this.#awake[awake] = watch;
      awake += 1;
    }
    this.#awake.length = awake;
  }

  /** Begins to look at a hot spot that has come into doubt, from the point before on. */
  #wake(watch: HotSpotWatch, at: EpochMs, lon: number, lat: number, errorM: Metres): void {
    const leastM = -doubtM(errorM);
    const distanceM = watch.distanceTo(lon, lat, -leastM);
    if (distanceM <= leastM) return;
    const last = this.#last;
    if (this.#isFirst) watch.wake(at, at, distanceM, oddsAt(distanceM, errorM));
    else watch.wake(this.#firstAt, last.at, watch.distanceTo(last.lon, last.lat), -MOST_ODDS);
    this.#awake.push(watch);
  }

  /** Nothing is known from here on: what comes next is a track of its own. */
  #breakOff(): void {
    for (const watch of this.#awake) this.#found.push(...watch.breakOff());
    this.#awake.length = 0;
    this.#isFirst = true;
  }
}

/** The visits of a whole track in order of their start. @throws RangeError where a time or place is no number */
export function detectVisits(
  hotSpots: readonly TrackedHotSpot[],
  points: Iterable<TrackPoint>,
  options: DetectionOptions = DETECTION,
): DetectedVisit[] {
  const detector = new VisitDetector(hotSpots, options);
  const visits: DetectedVisit[] = [];
  for (const point of points) visits.push(...detector.take(point));
  return [...visits, ...detector.finish()].toSorted(byTime);
}
