/**
 * One line of the promise ledger (löftesliggaren): a sentence of the medborgarlöfte, what it is measured by, and how it goes.
 * What the screen shows live and what the tertial page prints once are both made from it.
 */
import type { LocalDate, Uuid } from '../model.ts';

/** Who keeps the promise. */
export const PROMISE_OWNERS = ['police', 'municipality', 'both'] as const;
export type PromiseOwner = (typeof PROMISE_OWNERS)[number];

/** Where the figure comes from: counted from what is logged here, or entered by hand with its source. */
export const PROMISE_SOURCES = ['doses', 'walks', 'activities', 'hand'] as const;
export type PromiseSource = (typeof PROMISE_SOURCES)[number];

/** What is counted towards a promise; a promise may have a second one: of the walks, those held in the evening. */
export interface LedgerPart {
  readonly kind: 'whole' | 'evening';
  readonly soFar: number;
  /** null: followed without a figure to reach. */
  readonly target: number | null;
}

/** By a straight line through what is done so far; `unknown` before there is anything to draw it through. */
export type Forecast =
  | { readonly kind: 'kept'; readonly on: LocalDate }
  | { readonly kind: 'will-be-kept'; readonly on: LocalDate }
  /** `atEnd`: where the line ends, in whole units of the part that falls short; `part` absent: the whole. */
  | { readonly kind: 'will-not-be-kept'; readonly atEnd: number; readonly part?: 'evening' }
  | { readonly kind: 'not-kept' }
  | { readonly kind: 'unknown' };

export interface LedgerLine {
  readonly id: Uuid;
  /** As it stands in the signed promise: 1, 2, 3 … */
  readonly number: number;
  readonly municipality: string;
  readonly sentence: string;
  readonly owner: PromiseOwner;
  readonly source: PromiseSource;
  /** What is counted, in the plural: `doser`, `vandringar`. */
  readonly measure: string;
  readonly from: LocalDate;
  /** The last day on which something counts. */
  readonly to: LocalDate;
  /** The whole first. */
  readonly parts: readonly LedgerPart[];
  readonly forecast: Forecast;
}
