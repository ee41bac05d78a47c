/** The points of safety walks as CSV: a line a point, with the answer that holds. */
import type { LocalDate } from '#core/model.ts';
import type {
  PointAnswer,
  PointCategory,
  PointOwner,
  PointStatus,
  WalkPoint,
} from '#core/walks/walk.ts';
import { type Cell, csvDocument, csvLines } from '../csv.ts';
import { wallTime } from '../wall-moment.ts';
import type { WalkExportFacts } from './walk-export-facts.ts';

export interface PointLine {
  readonly walk: {
    readonly title: string;
    readonly date: LocalDate;
    readonly evening: boolean;
    readonly municipality: string;
  };
  readonly point: WalkPoint;
  readonly overdue: boolean;
  readonly answer: PointAnswer | null;
}

const CATEGORY_WORDS: Readonly<Record<PointCategory, string>> = {
  light: 'belysning',
  greenery: 'grönska',
  littering: 'nedskräpning',
  traffic: 'trafik',
  building: 'byggnad',
  'meeting-place': 'mötesplats',
  other: 'annat',
};

const OWNER_WORDS: Readonly<Record<PointOwner, string>> = {
  municipality: 'kommunen',
  'property-owner': 'fastighetsägare',
  police: 'polisen',
  other: 'annan',
};

const STATUS_WORDS: Readonly<Record<PointStatus, string>> = {
  open: 'öppen',
  'in-progress': 'pågår',
  done: 'klar',
  'will-not-be-done': 'görs inte',
};

const HEADINGS = [
  'Kommun',
  'Vandring',
  'Datum',
  'Dag eller kväll',
  'Nr',
  'Vad det gäller',
  'Punkt',
  'Longitud',
  'Latitud',
  'Ansvarig',
  'Organisation',
  'Klar senast',
  'Läge',
  'Försenad',
  'Skäl',
  'Svar',
  'Svarsdatum',
];

export function walkPointsCsv(facts: WalkExportFacts, lines: readonly PointLine[]): string {
  const { municipality, definitions, madeAt, rules } = facts;
  return csvDocument([
    csvLines([
      ['Punkter från trygghetsvandringar'],
      ['Kommun', municipality ?? 'alla'],
      ['Vandringar', ...periodOf(lines)],
      ['Definitioner, version', definitions],
      ['Framställd', wallTime(rules, madeAt)],
      [],
      HEADINGS,
      ...lines.map(lineOf),
    ]),
  ]);
}

/** The dates of the first and the last walk that a point stands for; none where there is no point. */
function periodOf(lines: readonly PointLine[]): Cell[] {
  const dates = lines.map(({ walk }) => walk.date).sort();
  return [dates.at(0) ?? 'inga', dates.at(-1) ?? null];
}

/** Six decimals are a decimetre; as text, since a number is rounded to two. */
const degrees = (value: number | undefined): string =>
  value === undefined ? '' : value.toFixed(6).replace('.', ',');

function lineOf({ walk, point, overdue, answer }: PointLine): Cell[] {
  return [
    walk.municipality,
    walk.title,
    walk.date,
    walk.evening ? 'kväll' : 'dag',
    point.number,
    CATEGORY_WORDS[point.category],
    point.text,
    degrees(point.lonLat?.[0]),
    degrees(point.lonLat?.[1]),
    OWNER_WORDS[point.owner],
    point.ownerName,
    point.dueDate ?? '',
    STATUS_WORDS[point.status],
    overdue ? 'ja' : '',
    point.statusReason,
    answer?.text ?? '',
    answer?.answeredOn ?? '',
  ];
}
