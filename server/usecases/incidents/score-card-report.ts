/** The score card of the hot spots that stand, on the months held out. */
import {
  type HoldOut,
  holdOutFrom,
  lastTwoTertials,
  possibleSplits,
  usualHoldOut,
} from '#core/evaluation/hold-out.ts';
import { layArea } from '#core/evaluation/plane-area.ts';
import { type ScoreCard, scoreCard } from '#core/evaluation/score-card.ts';
import { type ExtentBasis, partWithin, studyArea, unionM2 } from '#core/evaluation/study-area.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import { areaHa, M2_PER_HA } from '#core/geo/measure.ts';
import { polygonsOf } from '#core/geo/polygons.ts';
import { weightFinder } from '#core/incidents/harm-table.ts';
import type { HotSpotGeometry, LocalDate, LonLat, TimeSpan } from '#core/model.ts';
import { fieldProblem } from '../../problem.ts';
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
    /** Hot spots outside the town: what happens there is not counted, so that nothing can be said of them. */
    readonly beyond: readonly PlaceOnPlane[];
  } | null;
}

/**
 * @param from first day of the months held out; undefined: the last third of the months
 * @throws Problem invalid-input where the incidents do not reach to both sides of `from`
 */
export async function scoreCardReport(
  asked: Evaluated,
  municipality: string | null,
  from: LocalDate | undefined,
): Promise<ScoreCardReport> {
  const basis = await evaluationBasis(asked, municipality);
  const { harm, data, places } = basis;
  const splits = data ? possibleSplits(asked.calendar, data) : [];
  if (data && from && !splits.includes(from)) throw noSuchSplit(splits);
  const judged = judge(asked, basis, from);
  return { harm, data, splits, places, judged };
}

const noSuchSplit = ([first, ...others]: readonly LocalDate[]) =>
  fieldProblem('invalid-input', '?heldOutFrom', {
    sv: first
      ? `Händelserna kan delas från ${first} till ${others.at(-1) ?? first}. Välj en månad däremellan.`
      : 'Händelserna ligger i en enda månad. Utelämna månaden, så hålls de sista dagarna undan.',
    en: first
      ? `The incidents can be parted from ${first} to ${others.at(-1) ?? first}. Choose a month between.`
      : 'The incidents lie in one month. Leave the month out, and the last days are held out.',
  });

/** What of each hot spot lies in the town. */
function withinTown(hull: HotSpotGeometry, places: readonly PlaceOnPlane[]) {
  return places.flatMap((place) => {
    const part = partWithin(hull, place.hotSpot.version.geometry);
    return part ? [{ place, part }] : [];
  });
}

function judge(
  { calendar, network }: Evaluated,
  { incidents, data, places, harm }: EvaluationBasis,
  from: LocalDate | undefined,
): ScoreCardReport['judged'] {
  const corners = places.flatMap(({ hotSpot }) => cornersOf(hotSpot.version.geometry));
  const points = [...incidents.map(({ lonLat }) => lonLat), ...corners];
  const located = studyArea(network, points, swerefPlane);
  if (!data || !located || places.length === 0) return null;
  const holdOut = from ? holdOutFrom(calendar, from) : usualHoldOut(calendar, data);
  const until = data.to + 1;
  const within = withinTown(located.hull, places);
  const card = scoreCard({
    incidents,
    places: within.map(({ place: { id }, part }) => ({
      id,
      area: layArea(part, swerefPlane),
      areaM2: areaHa(part) * M2_PER_HA,
    })),
    unionM2: unionM2(within.map(({ part }) => part)),
    study: located.study,
    split: holdOut.split,
    until,
    weightOf: weightFinder(harm),
    lastTwoTertials: lastTwoTertials(calendar, data),
  });
  const judgedIds = new Set(within.map(({ place }) => place.id));
  const beyond = places.filter(({ id }) => !judgedIds.has(id));
  return { holdOut, until, basis: located.basis, card, beyond };
}

const cornersOf = (geometry: HotSpotGeometry): LonLat[] =>
  polygonsOf(geometry)
    .flat(2)
    .map(([lon = 0, lat = 0]) => [lon, lat]);
