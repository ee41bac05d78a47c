/** A density surface of the incidents of a period, to look at and to draw from. The incidents themselves are not told. */
import {
  type DensitySurface,
  densitySurface,
  FEWEST_FOR_SURFACE,
} from '#core/evaluation/density-surface.ts';
import { middleOf } from '#core/evaluation/incident.ts';
import { liesIn } from '#core/evaluation/plane-area.ts';
import { type ExtentBasis, studyArea } from '#core/evaluation/study-area.ts';
import { TOWN_YARDSTICK } from '#core/evaluation/yardstick.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import { weightFinder } from '#core/incidents/harm-table.ts';
import type { TimeSpan } from '#core/model.ts';
import { type Evaluated, type EvaluationBasis, evaluationBasis } from './evaluation-basis.ts';

export interface DensityReport {
  readonly harm: EvaluationBasis['harm'];
  readonly data: TimeSpan | null;
  /** Whole incidents of the period in the town. */
  readonly count: number;
  readonly basis: ExtentBasis | null;
  /** Null: fewer than 20 incidents, of which each would be an island. */
  readonly surface: DensitySurface | null;
}

/** @param by what a place is dense of: incidents, or their days of harm */
export async function densityReport(
  asked: Evaluated,
  municipality: string | null,
  span: TimeSpan,
  by: 'count' | 'harm',
): Promise<DensityReport> {
  const { incidents, data, harm } = await evaluationBasis(asked, municipality, span);
  const located = studyArea(
    asked.network,
    incidents.map(({ lonLat }) => lonLat),
    swerefPlane,
  );
  if (!located) return { harm, data, count: 0, basis: null, surface: null };
  const { study, basis } = located;
  const weightOf = weightFinder(harm);
  let count = 0;
  const points = incidents.flatMap((one) => {
    const middle = middleOf(one);
    const [x, y] = swerefPlane.toXY(one.lonLat);
    if (middle < span.from || middle >= span.to || !liesIn(study.extent, x, y)) return [];
    count += one.count;
    return [{ x, y, weight: by === 'harm' ? one.count * weightOf(one.category) : one.count }];
  });
  const isEnough = count >= FEWEST_FOR_SURFACE && points.some(({ weight }) => weight > 0);
  const surface = isEnough
    ? densitySurface(points, study.extent, swerefPlane, TOWN_YARDSTICK.bandwidthM)
    : null;
  return { harm, data, count, basis, surface };
}
