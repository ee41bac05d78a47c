/**
 * Did crime fall, or did it move? Events before and after in the treated area, the ring round it and a control area
 * (Bowers & Johnson; US Department of Justice, Problem-Oriented Guides, tool guide 10, appendices B–C).
 *
 * Check values (ours): treated 30 → 20, ring 15 → 14, control 100 → 105 give WDQ 0.152 and TNE 13.25.
 */
import { ratioAgainst } from './against-control.ts';
import type { Interval } from './exact-intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from './fewest-for-percentage.ts';

export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

export interface DisplacementCounts {
  readonly treated: BeforeAfter;
  readonly ring: BeforeAfter;
  readonly control: BeforeAfter;
}

/** (Ra/Ca − Rb/Cb): negative if the treated area did better than the control. */
function successMeasure({ treated, control }: DisplacementCounts): number {
  return treated.after / control.after - treated.before / control.before;
}

/** WDQ = (Da/Ca − Db/Cb) ÷ (Ra/Ca − Rb/Cb). > 0 gain spread; 0…−1 moved less than gained; < −1 gain eaten. */
export function weightedDisplacementQuotient(counts: DisplacementCounts): number {
  const { ring, control } = counts;
  const buffer = ring.after / control.after - ring.before / control.before;
  return buffer / successMeasure(counts);
}

/** TNE = [Rb (Ca/Cb) − Ra] + [Db (Ca/Cb) − Da]: events prevented in all, displacement counted. */
export function totalNetEffect({ treated, ring, control }: DisplacementCounts): number {
  const trend = control.after / control.before;
  return treated.before * trend - treated.after + (ring.before * trend - ring.after);
}

/**
 * The 95 % interval of the total net effect: with A events after in treated area and ring together and ρ their ratio against
 * the control, TNE = A ÷ ρ − A, so that the exact interval of ρ is one of it.
 */
export function totalNetEffectInterval({ treated, ring, control }: DisplacementCounts): Interval {
  const after = treated.after + ring.after;
  const { low, high } = ratioAgainst({ before: treated.before + ring.before, after }, control);
  return { low: after / high - after, high: after / low - after };
}

export type DisplacementRefusal =
  | 'not-covered'
  | 'zero-cell'
  | 'base-too-small'
  | 'no-success'
  /** The treated area may have done better than the control by chance alone. */
  | 'unsure-success';

/**
 * What the intervals bear out. `neither`: the ring's change against the control may be chance. `moved`: the ring surely got
 * more, but whether more than was gained is within the interval.
 */
export type DisplacementReading =
  | 'spread'
  | 'neither'
  | 'moved'
  | 'moved-less-than-gained'
  | 'gain-eaten';

export type Displacement =
  | {
      readonly known: true;
      readonly wdq: number;
      readonly tne: number;
      readonly tneInterval: Interval;
      readonly reading: DisplacementReading;
    }
  | { readonly known: false; readonly reason: DisplacementRefusal };

function refusal(counts: DisplacementCounts): DisplacementRefusal | null {
  const cells = [counts.treated, counts.ring, counts.control];
  if (cells.some(({ before, after }) => before <= 0 || after <= 0)) return 'zero-cell';
  if (counts.treated.before < FEWEST_FOR_PERCENTAGE) return 'base-too-small';
  if (successMeasure(counts) >= 0) return 'no-success';
  return ratioAgainst(counts.treated, counts.control).high < 1 ? null : 'unsure-success';
}

function readingOf({ ring, control }: DisplacementCounts, tne: Interval): DisplacementReading {
  const { low, high } = ratioAgainst(ring, control);
  if (high < 1) return 'spread';
  if (low <= 1) return 'neither';
  if (tne.low > 0) return 'moved-less-than-gained';
  return tne.high < 0 ? 'gain-eaten' : 'moved';
}

/**
 * Refused where any cell is zero (the quotient breaks: Ratcliffe), where the treated area had fewer than 50 events
 * before, and where it did no better than the control, or not surely so (there is nothing to displace, and the quotient's
 * denominator is noise).
 */
export function displacement(counts: DisplacementCounts): Displacement {
  const reason = refusal(counts);
  if (reason !== null) return { known: false, reason };
  const tneInterval = totalNetEffectInterval(counts);
  return {
    known: true,
    wdq: weightedDisplacementQuotient(counts),
    tne: totalNetEffect(counts),
    tneInterval,
    reading: readingOf(counts, tneInterval),
  };
}
