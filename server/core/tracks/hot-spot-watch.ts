/** What is known of one hot spot while a patrol is near it: whether it is inside, and the visit that may yet go on. */
import type { EpochMs, HotSpotGeometry, Metres } from '../model.ts';
import type { DetectionOptions } from './detection-options.ts';
import { StayMerger } from './merge-stays.ts';
import { PresenceSwitch, type Stay } from './presence-switch.ts';
import { type SignedDistance, signedDistanceTo } from './signed-distance.ts';
import type { DetectedVisit, TrackedHotSpot } from './track-point.ts';

export class HotSpotWatch {
  readonly geometry: HotSpotGeometry;
  readonly distanceTo: SignedDistance;
  readonly #id: string;
  readonly #presence = new PresenceSwitch();
  readonly #merger: StayMerger;
  #isAwake = false;

  constructor({ id, geometry }: TrackedHotSpot, options: DetectionOptions) {
    this.#id = id;
    this.geometry = geometry;
    this.distanceTo = signedDistanceTo(geometry);
    this.#merger = new StayMerger(options);
  }

  /** Asleep, the patrol is outside for certain and no visit waits for its end: points may be left out. */
  get isAwake(): boolean {
    return this.#isAwake;
  }

  /** From a point of a track that began at `firstAt`. */
  wake(firstAt: EpochMs, at: EpochMs, distanceM: Metres, odds: number): void {
    this.#presence.begin(firstAt, at, distanceM, odds);
    this.#isAwake = true;
  }

  /** The visit that this point shows to be over. */
  take(at: EpochMs, distanceM: Metres, odds: number): DetectedVisit | null {
    const stay = this.#presence.take(at, distanceM, odds);
    if (stay) return this.#visitOf(this.#merger.take(stay));
    if (!this.#presence.isSettledOutside) return null;
    const visit = this.#merger.isOver(at) ? this.#merger.finish() : null;
    this.#isAwake = this.#merger.isHolding;
    return this.#visitOf(visit);
  }

  /** The visits that are left where the track breaks off. */
  breakOff(): DetectedVisit[] {
    const stay = this.#presence.finish();
    const before = stay && this.#merger.take(stay);
    this.#isAwake = false;
    return [before, this.#merger.finish()].flatMap((visit) => this.#visitOf(visit) ?? []);
  }

  #visitOf(stay: Stay | null): DetectedVisit | null {
    return stay && { hotSpotId: this.#id, ...stay };
  }
}
