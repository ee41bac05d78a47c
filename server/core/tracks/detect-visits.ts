/**
 * Reads a patrol's visits to hot spots out of its track, point by point as they come or all at once:
 *
 *   points → in order → smoothed against noise and jumps → distance to each border → inside or not → visits
 *
 * Memory is bounded by a few minutes of points, whatever the length of the track.
 */
import type { Metres } from '../model.ts';
import { breaksOff } from './breaks-off.ts';
import { DETECTION, type DetectionOptions } from './detection-options.ts';
import { StayMerger } from './merge-stays.ts';
import { PresenceSwitch, type Stay } from './presence-switch.ts';
import { ReorderBuffer } from './reorder-buffer.ts';
import { type SignedDistance, signedDistanceTo } from './signed-distance.ts';
import { type SmoothPoint, smoothPoint } from './smooth-point.ts';
import type { DetectedVisit, TrackedHotSpot, TrackPoint } from './track-point.ts';
import { TrackWindow } from './track-window.ts';

/** Points that the phone itself believes to be worse than this are left out (domain brief 3.2). */
const WORST_ACCURACY_M: Metres = 50;
/** Faster is no walking: 1.5 times a brisk 2 m/s. Ours. */
const FASTEST_ON_FOOT_MS = 3;
/** Faster is no cycling in a town: 25 km/h. Ours. */
const FASTEST_CYCLING_MS = 7;
/** Odds are reckoned as if a smoothed position were wrong by this many times what the phone says: phones flatter themselves. */
const ERROR_SHARE = 2.5;

interface Watch {
  readonly id: string;
  readonly distanceTo: SignedDistance;
  presence: PresenceSwitch;
  readonly merger: StayMerger;
}

const byTime = (one: DetectedVisit, other: DetectedVisit): number =>
  one.from - other.from || one.to - other.to || (one.hotSpotId < other.hotSpotId ? -1 : 1);

export class VisitDetector {
  readonly #buffer = new ReorderBuffer();
  readonly #window = new TrackWindow();
  readonly #watches: readonly Watch[];
  readonly #fastestMs: number;
  #last: SmoothPoint | null = null;

  constructor(hotSpots: readonly TrackedHotSpot[], options: DetectionOptions = DETECTION) {
    this.#fastestMs = options.cycling ? FASTEST_CYCLING_MS : FASTEST_ON_FOOT_MS;
    this.#watches = hotSpots.map(({ id, geometry }) => ({
      id,
      distanceTo: signedDistanceTo(geometry),
      presence: new PresenceSwitch(),
      merger: new StayMerger(options),
    }));
  }

  /** The visits that this point shows to be over. */
  take(point: TrackPoint): DetectedVisit[] {
    if ((point.accuracyM ?? 0) > WORST_ACCURACY_M) return [];
    return this.#buffer
      .take(point)
      .flatMap((each) => this.#window.take(each))
      .flatMap((each) => this.#see(smoothPoint(each)));
  }

  /** No more points come: the visits that are left, those still going on among them. */
  finish(): DetectedVisit[] {
    const rest = this.#buffer.finish().flatMap((point) => this.#window.take(point));
    const seen = [...rest, ...this.#window.finish()].flatMap((each) =>
      this.#see(smoothPoint(each)),
    );
    return [...seen, ...this.#breakOff()];
  }

  #see(point: SmoothPoint): DetectedVisit[] {
    const ended = this.#last && breaksOff(this.#last, point) ? this.#breakOff() : [];
    this.#last = point;
    return [...ended, ...this.#watches.flatMap((watch) => this.#watch(watch, point))];
  }

  #watch(watch: Watch, { at, lonLat, speedMs, accuracyM }: SmoothPoint): DetectedVisit[] {
    const distanceM = watch.distanceTo(lonLat);
    const isFast = speedMs > this.#fastestMs;
    return watch.presence
      .take({ at, distanceM, errorM: accuracyM * ERROR_SHARE, isFast })
      .flatMap((stay) => watch.merger.take(stay))
      .map((stay) => visitOf(watch, stay));
  }

  /** Nothing is known from here on: what comes next is a track of its own. */
  #breakOff(): DetectedVisit[] {
    return this.#watches.flatMap((watch) => {
      const stays = watch.presence.finish().flatMap((stay) => watch.merger.take(stay));
      watch.presence = new PresenceSwitch();
      return [...stays, ...watch.merger.finish()].map((stay) => visitOf(watch, stay));
    });
  }
}

const visitOf = ({ id }: Watch, stay: Stay): DetectedVisit => ({ hotSpotId: id, ...stay });

/** The visits of a whole track in order of their start. */
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
