/** The browser's geolocation while it is wanted: fixes as they come, and one asked for where none has come for a while. */
import type { EpochMs } from '#core/model.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { serverNow } from '../outbox/skew.ts';

/** While a visit is open a fix is kept each ten seconds, else each minute: enough to see where one has gone. */
const KEEP_EVERY_MS = { precise: 10_000, rough: 60_000 } as const;
/** Browsers are silent while a phone lies still. */
const ASK_AFTER_MS = 12_000;
const TIMEOUT_MS = 30_000;

export interface Watching {
  /** High accuracy costs battery: only while a visit is open. */
  readonly precise: boolean;
  /** @param keep whether it is time to keep one again */
  readonly onFix: (point: TrackPoint, keep: boolean) => void;
  readonly onDenied: () => void;
}

/** @returns what stops it at once */
export function watchPositions({ precise, onFix, onDenied }: Watching): () => void {
  const every = precise ? KEEP_EVERY_MS.precise : KEEP_EVERY_MS.rough;
  const options = { enableHighAccuracy: precise, maximumAge: 0, timeout: TIMEOUT_MS };
  let [seenAt, keptAt]: EpochMs[] = [0, 0];
  let stopped = false;
  const take = ({ coords }: GeolocationPosition) => {
    if (stopped) return;
    // A fix of now by the server's clock, as visits are: browsers count the fix's own time from different years.
    const at = Math.round(serverNow());
    seenAt = at;
    const keep = at - (keptAt ?? 0) >= every;
    if (keep) keptAt = at;
    const { longitude, latitude, accuracy } = coords;
    onFix({ at, lonLat: [longitude, latitude], accuracyM: accuracy }, keep);
  };
  const fail = ({ code, PERMISSION_DENIED }: GeolocationPositionError) => {
    if (!stopped && code === PERMISSION_DENIED) onDenied();
  };
  const { geolocation } = navigator;
  const watch = geolocation.watchPosition(take, fail, options);
  const timer = setInterval(() => {
    if (precise && serverNow() - (seenAt ?? 0) >= ASK_AFTER_MS) {
      geolocation.getCurrentPosition(take, fail, options);
    }
  }, ASK_AFTER_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
    geolocation.clearWatch(watch);
  };
}
