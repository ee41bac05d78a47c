/** The score card of the hot spots that stand, on the months held out. */
import {
  type HoldOut,
  holdOutFrom,
  lastTwoTertials,
  possibleSplits,
  usualHoldOut,
} from '#core/evaluation/hold-out.ts';
import { type ScoreCard, scoreCard } from '#core/evaluation/score-card.ts';
import { type ExtentBasis, studyArea, unionM2 } from '#core/evaluation/study-area.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import { weightFinder } from '#core/incidents/harm-table.ts';
import type { LocalDate, TimeSpan } from '#core/model.ts';
import {
  type Evaluated,
  type EvaluationBasis,
  evaluationBasis,
  type PlaceOnPlane,
} from './evaluation-basis.ts';

export interface ScoreCardReport {
  readonly harm: EvaluationBasis['harm'];
  readonly data: TimeSpan | null;
  readonly splits: readonly LocalDate[];
  readonly places: readonly PlaceOnPlane[];
  /** Null where there is nothing to judge: no incidents, or no hot spots. */
  readonly judged: {
    readonly holdOut: HoldOut;
    readonly until: number;
    readonly basis: ExtentBasis;
    readonly card: ScoreCard;
  } | null;
}

/** @param from first day of the months held out; undefined: the last third of the months */
export async function scoreCardReport(
  asked: Evaluated,
  municipality: string | null,
  from: LocalDate | undefined,
): Promise<ScoreCardReport> {
  const basis = await evaluationBasis(asked, municipality);
  const { harm, data, places } = basis;
  const splits = data ? possibleSplits(asked.calendar, data) : [];
  return { harm, data, splits, places, judged: judge(asked, basis, from) };
}

function judge(
  { calendar, network }: Evaluated,
  { incidents, data, places, harm }: EvaluationBasis,
  from: LocalDate | undefined,
): ScoreCardReport['judged'] {
  const located = studyArea(
    network,
    incidents.map(({ lonLat }) => lonLat),
    swerefPlane,
  );
  if (!data || !located || places.length === 0) return null;
  const holdOut = from ? holdOutFrom(calendar, from) : usualHoldOut(calendar, data);
  const until = data.to + 1;
  const card = scoreCard({
    incidents,
    places,
    unionM2: unionM2(places.map(({ hotSpot }) => hotSpot.version.geometry)),
    study: located.study,
    split: holdOut.split,
    until,
    weightOf: weightFinder(harm),
    lastTwoTertials: lastTwoTertials(calendar, data),
  });
  return { holdOut, until, basis: located.basis, card };
}
