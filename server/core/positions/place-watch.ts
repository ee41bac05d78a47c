/**
 * Whether a phone is in a hot spot, told as its fixes come: to suggest a start or an end, never to log one.
 * A fix counts inside where its whole circle of error is inside, and outside where the whole circle is outside; between
 * the two it tells nothing. Entered after two fixes, left after two fixes and a minute (domain brief 3.2).
 */
import { MINUTE_MS } from '../calendar/duration.ts';
import type { EpochMs, Metres } from '../model.ts';
import { type SignedDistance, signedDistanceTo } from '../tracks/signed-distance.ts';
import type { TrackedHotSpot, TrackPoint } from '../tracks/track-point.ts';

const FIXES = 2;
const LEFT_FOR_MS = MINUTE_MS;
/** A phone that believes itself to be worse than this tells nothing. */
const WORST_ACCURACY_M: Metres = 50;
/** What a phone that tells no accuracy is taken to have. Ours. */
const UNTOLD_ACCURACY_M: Metres = 20;

interface Watched {
  readonly id: string;
  readonly distanceTo: SignedDistance;
  insideFixes: number;
  outsideFixes: number;
  outsideSince: EpochMs | null;
  entered: boolean;
  leftAt: EpochMs | null;
}

export interface Presence {
  /** The hot spot that the phone is in; null: none, or not known. */
  readonly inside: string | null;
  /** Those it was in and has left, and when it was first seen outside. */
  readonly left: ReadonlyMap<string, EpochMs>;
}

export class PlaceWatch {
  readonly #watched: readonly Watched[];

  constructor(hotSpots: readonly TrackedHotSpot[]) {
    this.#watched = hotSpots.map(({ id, geometry }) => ({
      id,
      distanceTo: signedDistanceTo(geometry),
      insideFixes: 0,
      outsideFixes: 0,
      outsideSince: null,
      entered: false,
      leftAt: null,
    }));
  }

  take(fix: TrackPoint): Presence {
    const accuracyM = fix.accuracyM ?? UNTOLD_ACCURACY_M;
    if (accuracyM <= WORST_ACCURACY_M) {
      for (const watched of this.#watched) see(watched, fix, accuracyM);
    }
    const inside = this.#watched.find(({ entered }) => entered)?.id ?? null;
    const left = this.#watched.flatMap(({ id, leftAt }) =>
      leftAt === null ? [] : [[id, leftAt] as const],
    );
    return { inside, left: new Map(left) };
  }
}

function see(watched: Watched, { at, lonLat }: TrackPoint, accuracyM: Metres): void {
  const distanceM = watched.distanceTo(lonLat[0], lonLat[1]);
  if (distanceM >= accuracyM) seeInside(watched);
  else if (-distanceM >= accuracyM) seeOutside(watched, at);
}

function seeInside(watched: Watched): void {
  watched.insideFixes += 1;
  watched.outsideFixes = 0;
  watched.outsideSince = null;
  if (watched.insideFixes < FIXES) return;
  watched.entered = true;
  watched.leftAt = null;
}

function seeOutside(watched: Watched, at: EpochMs): void {
  watched.insideFixes = 0;
  watched.outsideFixes += 1;
  watched.outsideSince ??= at;
  const isGone = watched.outsideFixes >= FIXES && at - watched.outsideSince >= LEFT_FOR_MS;
  if (!watched.entered || !isGone) return;
  watched.entered = false;
  watched.leftAt = watched.outsideSince;
}
