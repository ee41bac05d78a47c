/**
 * How well a set of places catches events of months that its drawing has not seen. The same for drawn hot spots and for
 * the cells that are their yardstick.
 */
import type { Metres } from '../model.ts';
import { type Interval, shareInterval } from './exact-intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from './fewest-for-percentage.ts';
import { hitRate, type Precision, predictiveAccuracyIndex } from './precision.ts';

/** An event of the months held out, on a metric plane. */
export interface HeldEvent {
  readonly x: number;
  readonly y: number;
  /** Aoristic share × count. */
  readonly events: number;
  /** The same × the weight of its category in the harm table. */
  readonly harm: number;
  /** The count where the middle of its time is held out, else 0: what intervals need. */
  readonly whole: number;
}

export interface Caught {
  readonly events: number;
  readonly harm: number;
  readonly whole: number;
}

export interface Size {
  readonly areaM2: number;
  /** Null: there is no network of streets. */
  readonly streetM: Metres | null;
}

export type Measure =
  | { readonly known: true; readonly value: number }
  | { readonly known: false; readonly reason: 'too-few' | 'no-events' | 'no-size' };

export interface Score {
  readonly caught: Caught;
  readonly size: Size;
  readonly hitRate: Measure;
  /** Of the hit rate, by whole counts (Clopper–Pearson). Null where the hit rate is not told. */
  readonly hitRateInterval: Interval | null;
  readonly pai: Measure;
  readonly paiByStreet: Measure;
  readonly harmHitRate: Measure;
  readonly harmPai: Measure;
}

export function catchOf(
  held: readonly HeldEvent[],
  isInside: (x: number, y: number) => boolean,
): Caught {
  const caught = { events: 0, harm: 0, whole: 0 };
  for (const { x, y, events, harm, whole } of held) {
    if (!isInside(x, y)) continue;
    caught.events += events;
    caught.harm += harm;
    caught.whole += whole;
  }
  return caught;
}

const TOO_FEW: Measure = { known: false, reason: 'too-few' };

/** No share of fewer than 50 events is told: counts alone. */
export function scoreOf(caught: Caught, size: Size, all: Caught, whole: Size): Score {
  const told = (measure: Precision): Measure =>
    all.whole < FEWEST_FOR_PERCENTAGE ? TOO_FEW : measure;
  const pai = (inside: number, of: number, part: number | null, extent: number | null) =>
    told(
      predictiveAccuracyIndex({
        eventsInside: inside,
        allEvents: of,
        size: part ?? 0,
        wholeSize: extent ?? 0,
      }),
    );
  const share = told(hitRate(caught.events, all.events));
  return {
    caught,
    size,
    hitRate: share,
    hitRateInterval: share.known ? shareInterval(caught.whole, all.whole) : null,
    pai: pai(caught.events, all.events, size.areaM2, whole.areaM2),
    paiByStreet: pai(caught.events, all.events, size.streetM, whole.streetM),
    harmHitRate: told(hitRate(caught.harm, all.harm)),
    harmPai: pai(caught.harm, all.harm, size.areaM2, whole.areaM2),
  };
}
