/** From the figures and texts of a tertial to what may be published of them: the one way from inside to outside. */
import { eventsNeeded } from '../evaluation/small-numbers.ts';
import type { LocalDate } from '../model.ts';
import type { LedgerLine } from '../promises/ledger-line.ts';
import { maskPlaces } from './mask-places.ts';
import { maskPromise } from './mask-promise.ts';
import { reportDifferences } from './report-differences.ts';
import { isShown, shownCount } from './shown-count.ts';
import type {
  PublishedDoses,
  PublishedPlace,
  PublishedPromise,
  PublishedReport,
  ReportTexts,
  TertialReport,
  Unknown,
} from './tertial-report.ts';

export interface Edition {
  readonly version: number;
  /** null: a draft. */
  readonly publishedOn: LocalDate | null;
  readonly delayDays: number;
  /** The version before, as it was published. */
  readonly before: PublishedReport | null;
}

export function publishedReport(
  report: TertialReport,
  texts: ReportTexts,
  { version, publishedOn, delayDays, before }: Edition,
): PublishedReport {
  const { municipality, tertial, from, to, countedTo, definitions, harmTable } = report;
  const { places, totals } = maskPlaces(report.places);
  const tellsOfPlaces = (line: LedgerLine) => wouldTellOfPlaces(line, report, places, totals);
  const inOrder = report.promises.toSorted((a, b) => a.number - b.number);
  const made: PublishedReport = {
    format: 1,
    version,
    municipality,
    tertial,
    from,
    to,
    countedTo,
    publishedOn,
    delayDays,
    definitions,
    harmTable,
    intro: texts.intro,
    correction: texts.correction,
    promises: inOrder.map((line) =>
      shownPromise(line, texts, { countedTo, tellsOfPlaces: tellsOfPlaces(line) }),
    ),
    places,
    totals,
    unknowns: unknowns(report),
    differences: null,
  };
  return { ...made, differences: before && reportDifferences(before, made) };
}

interface ShownBy extends Pick<TertialReport, 'countedTo'> {
  readonly tellsOfPlaces: boolean;
}

function shownPromise(
  line: LedgerLine,
  { byPromise, opened }: ReportTexts,
  { countedTo, tellsOfPlaces }: ShownBy,
): PublishedPromise {
  const { id, number, sentence, owner, measure, from } = line;
  const isOpened = mayBeOpened(line) && opened.includes(id);
  const masked = maskPromise(line, { isOpened, tellsOfPlaces, isOver: line.to <= countedTo });
  return {
    id,
    number,
    sentence,
    owner,
    measure,
    from,
    to: line.to,
    ...masked,
    text: byPromise[id] ?? '',
  };
}

/** A promise of doses is a sum over places: of all, as the table's own, or of some, which would be one more to subtract. */
function wouldTellOfPlaces(
  { id, source }: LedgerLine,
  { partSums }: TertialReport,
  places: readonly PublishedPlace[],
  totals: PublishedDoses,
): boolean {
  if (source !== 'doses') return false;
  if (!isShown(totals.delivered)) return true;
  return partSums.includes(id) && !places.every(({ delivered }) => isShown(delivered));
}

/**
 * A safety walk or an activity is announced and open to all: whoever reads the notice board can count them. What the
 * police do, and what is reported by hand (support to those who leave a criminal life), is not.
 */
export const mayBeOpened = ({ source }: Pick<LedgerLine, 'source'>): boolean =>
  source === 'walks' || source === 'activities';

/** What a quarter fewer would take to be seen; Flen has a fraction of it in a tertial (domain brief 1.4). */
const QUARTER_FEWER = 0.75;

function unknowns({ visits }: TertialReport): Unknown[] {
  const needed = Math.round(eventsNeeded(QUARTER_FEWER) / 10) * 10;
  const list: Unknown[] = [
    { code: 'effect', incidentsNeeded: needed },
    { code: 'perception' },
    { code: 'unlogged' },
  ];
  if (visits.estimated > 0) {
    list.push({ code: 'estimated', visits: shownCount(visits.estimated) });
  }
  if (visits.late > 0) list.push({ code: 'late', visits: shownCount(visits.late) });
  return list;
}
