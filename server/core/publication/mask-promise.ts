/** A line of the ledger as the public page shows it: a small count is hidden, and so is a verdict that would tell it. */
import type { Forecast, LedgerLine, LedgerPart } from '../promises/ledger-line.ts';
import { FEW_COUNTS, isFew, shownCount, WITHHELD } from './shown-count.ts';
import type { PublishedPart, PublishedPromise, PublishedStanding } from './tertial-report.ts';

type Masked = Pick<PublishedPromise, 'parts' | 'standing'>;

export interface MaskingOfPromise {
  /** The counts are of public events: show them as they are. */
  readonly isOpened: boolean;
  /** Its count would tell what the table of places hides, such as a sum of doses that had to be left out. */
  readonly tellsOfPlaces: boolean;
  /** The last day of the promise's own period has been counted. */
  readonly isOver: boolean;
}

export function maskPromise(line: LedgerLine, masking: MaskingOfPromise): Masked {
  const { parts, forecast } = line;
  if (masking.tellsOfPlaces) return allWithheld(parts);
  const isHidden = !masking.isOpened && parts.some(({ soFar }) => isFew(soFar));
  if (!isHidden) return { parts: parts.map(asTheyAre), standing: standingOf(line, forecast) };
  return {
    parts: parts.map(({ kind, soFar, target }) => ({ kind, outcome: shownCount(soFar), target })),
    standing: wouldTell(parts) ? { kind: 'withheld' } : coarseStanding(parts, masking.isOver),
  };
}

const asTheyAre = ({ kind, soFar, target }: LedgerPart): PublishedPart => ({
  kind,
  outcome: { kind: 'count', count: soFar },
  target,
});

function allWithheld(parts: readonly LedgerPart[]): Masked {
  return {
    parts: parts.map(({ kind, target }) => ({ kind, outcome: WITHHELD, target })),
    standing: { kind: 'withheld' },
  };
}

const hasTarget = (parts: readonly LedgerPart[]) => parts.some(({ target }) => target !== null);

function standingOf({ parts }: LedgerLine, forecast: Forecast): PublishedStanding {
  if (!hasTarget(parts)) return { kind: 'no-target' };
  if (forecast.kind === 'will-be-kept') return { kind: 'will-be-kept', on: forecast.on };
  return { kind: forecast.kind === 'unknown' ? 'not-reached' : forecast.kind };
}

/** A forecast is a straight line through the count, so that its date or its end would tell the count: it is left out. */
function coarseStanding(parts: readonly LedgerPart[], isOver: boolean): PublishedStanding {
  if (!hasTarget(parts)) return { kind: 'no-target' };
  if (isReached(parts, parts.map(soFarOf))) return { kind: 'kept' };
  return { kind: isOver ? 'not-kept' : 'not-reached' };
}

const soFarOf = ({ soFar }: LedgerPart) => soFar;

const isReached = (parts: readonly LedgerPart[], counts: readonly number[]) =>
  parts.every(({ target }, index) => target === null || (counts[index] ?? 0) >= target);

/**
 * Whether either verdict (reached, not reached) would leave a hidden count one possible value: of a target of 2,
 * "not reached" can only be 1. It is asked of both verdicts, so that the silence itself tells nothing.
 */
function wouldTell(parts: readonly LedgerPart[]): boolean {
  if (!hasTarget(parts)) return false;
  const possible = possibleCounts(parts);
  return [true, false].some((verdict) => {
    const fitting = possible.filter((counts) => isReached(parts, counts) === verdict);
    return parts.some(({ soFar }, index) => {
      const values = new Set(fitting.map((counts) => counts[index]));
      return isFew(soFar) && values.size === 1;
    });
  });
}

/** All counts that look the same once the small ones are hidden. A part is never more than the whole, which comes first. */
function possibleCounts(parts: readonly LedgerPart[]): number[][] {
  const choices = parts.map(({ soFar }) => (isFew(soFar) ? FEW_COUNTS : [soFar]));
  const all = choices.reduce<number[][]>(
    (made, values) => made.flatMap((counts) => values.map((value) => [...counts, value])),
    [[]],
  );
  return all.filter((counts) => counts.every((count) => count <= (counts[0] ?? 0)));
}
