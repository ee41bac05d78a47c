/** How the windows that a point has led to follow each other: an edited window is closed and another opened the same day. */
import type { LocalDate, Uuid } from '../model.ts';

export interface WindowOfMeasure {
  readonly hotSpotId: Uuid;
  /** In force from this operational day up to, not including, `validTo`; null: still. */
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** A window that was put right on the day it was made has never been in force, and is no measure. */
export const wasEverInForce = ({ validFrom, validTo }: WindowOfMeasure): boolean =>
  validTo === null || validFrom < validTo;

/** Whether a window went on as another of the same point's, on the day on which it was closed. */
export const wasChanged = (window: WindowOfMeasure, ofPoint: readonly WindowOfMeasure[]): boolean =>
  window.validTo !== null &&
  ofPoint.some(
    ({ hotSpotId, validFrom }) => hotSpotId === window.hotSpotId && validFrom === window.validTo,
  );
