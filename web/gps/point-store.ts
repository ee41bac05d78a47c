/** Points that have not been sent, and what the server last said: one IndexedDB per account, so that nobody sees another's. */
import { type DBSchema, openDB } from 'idb';
import { HOUR_MS } from '#core/calendar/duration.ts';
import type { EpochMs } from '#core/model.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import type { OwnGps } from './state.ts';

/** Longer than a shift: what has not been sent by then is dropped, oldest first. */
export const KEPT_MS = 12 * HOUR_MS;

interface Facts {
  readonly own: OwnGps;
  /** The officer has withdrawn the consent where there was no net: the server does not know yet. */
  readonly withdrawn: boolean;
}

interface GpsDatabase extends DBSchema {
  point: { key: EpochMs; value: TrackPoint };
  fact: { key: string; value: unknown };
}

export interface PointStore {
  /** @returns how many older points were dropped to make room */
  readonly add: (point: TrackPoint) => Promise<number>;
  readonly oldest: (most: number) => Promise<TrackPoint[]>;
  readonly remove: (points: readonly TrackPoint[]) => Promise<void>;
  readonly clear: () => Promise<void>;
  readonly readFact: <K extends keyof Facts>(key: K) => Promise<Facts[K] | null>;
  readonly keepFact: <K extends keyof Facts>(key: K, value: Facts[K]) => Promise<void>;
  readonly close: () => void;
}

/** @throws DOMException where the browser refuses storage */
export async function openPointStore(account: string): Promise<PointStore> {
  const db = await openDB<GpsDatabase>(`fotspar-gps-${account}`, 1, {
    upgrade: (made) => {
      made.createObjectStore('point', { keyPath: 'at' });
      made.createObjectStore('fact');
    },
  });
  return {
    add: async (point) => {
      const tx = db.transaction('point', 'readwrite');
      const tooOld = IDBKeyRange.upperBound(point.at - KEPT_MS, true);
      const dropped = await tx.store.count(tooOld);
      if (dropped > 0) await tx.store.delete(tooOld);
      await tx.store.put(point);
      await tx.done;
      return dropped;
    },
    oldest: (most) => db.getAll('point', null, most),
    remove: async (points) => {
      const tx = db.transaction('point', 'readwrite');
      await Promise.all(points.map(({ at }) => tx.store.delete(at)));
      await tx.done;
    },
    clear: () => db.clear('point'),
    readFact: async (key) => ((await db.get('fact', key)) ?? null) as never,
    keepFact: async (key, value) => {
      await db.put('fact', value, key);
    },
    close: () => db.close(),
  };
}
