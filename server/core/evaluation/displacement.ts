/**
 * Did crime fall, or did it move? Events before and after in the treated area, the ring round it and a control area
 * (Bowers & Johnson; US Department of Justice, Problem-Oriented Guides, tool guide 10, appendices B–C).
 *
 * Check values (ours): treated 30 → 20, ring 15 → 14, control 100 → 105 give WDQ 0.152 and TNE 13.25.
 */
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

export type DisplacementRefusal = 'zero-cell' | 'base-too-small' | 'no-success';

export type Displacement =
  | {
      readonly known: true;
      readonly wdq: number;
      readonly tne: number;
      readonly reading: 'spread' | 'moved-less-than-gained' | 'gain-eaten';
    }
  | { readonly known: false; readonly reason: DisplacementRefusal };

function refusal(counts: DisplacementCounts): DisplacementRefusal | null {
  const cells = [counts.treated, counts.ring, counts.control];
  if (cells.some(({ before, after }) => before <= 0 || after <= 0)) return 'zero-cell';
  if (counts.treated.before < FEWEST_FOR_PERCENTAGE) return 'base-too-small';
  return successMeasure(counts) < 0 ? null : 'no-success';
}

function readingOf(wdq: number) {
  if (wdq >= 0) return 'spread';
  return wdq >= -1 ? 'moved-less-than-gained' : 'gain-eaten';
}

/**
 * Refused where any cell is zero (the quotient breaks: Ratcliffe), where the treated area had fewer than 50 events
 * before, and where the treated area did no better than the control (there is nothing to displace).
 */
export function displacement(counts: DisplacementCounts): Displacement {
  const reason = refusal(counts);
  if (reason !== null) return { known: false, reason };
  const wdq = weightedDisplacementQuotient(counts);
  return { known: true, wdq, tne: totalNetEffect(counts), reading: readingOf(wdq) };
}
