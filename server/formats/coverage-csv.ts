/** Coverage by hot spot as CSV: a line each, the sum last. */
import type { CoverageFigures } from '#core/dosage/coverage-figures.ts';
import { LOSS_REASONS, type LossReason, VISIT_SOURCES } from '#core/model.ts';
import { type Cell, csvDocument, csvLines } from './csv.ts';
import { type ExportFacts, factLines } from './export-facts.ts';

export interface ExportedFigures extends Omit<CoverageFigures, 'grid' | 'weeks'> {
  readonly unpredictability: number | null;
}

export interface CoverageLine {
  readonly code: string;
  readonly name: string;
  readonly figures: ExportedFigures;
}

type Column = readonly [heading: string, value: (figures: ExportedFigures) => number | null];

export const REASON_WORDS: Readonly<Record<LossReason, string>> = {
  'call-out': 'utryckning',
  staffing: 'bemanning',
  weather: 'väder',
  reprioritised: 'omprioriterat',
  other: 'annat',
};

export const SOURCE_WORDS: Readonly<Record<(typeof VISIT_SOURCES)[number], string>> = {
  manual: 'manuellt',
  gps: 'GPS',
  'manual+gps': 'manuellt + GPS',
  estimated: 'uppskattat',
};

const HOUR_MIN = 60;

const lostTo = (reason: LossReason, { losses }: ExportedFigures) =>
  losses.find((loss) => loss.reason === reason);

const COLUMNS: readonly Column[] = [
  ['Lovade doser', (it) => it.promised.doses],
  ['Lovade minuter', (it) => it.promised.minutes],
  ['Planerade doser', (it) => it.planned.doses],
  ['Planerade minuter', (it) => it.planned.minutes],
  ['Genomförda doser', (it) => it.delivered.doses],
  ['Patrullminuter', (it) => it.delivered.minutes],
  ['Personminuter', (it) => it.personMinutes],
  ['Minuter över taket', (it) => it.minutesAboveCeiling],
  ['Korta besök', (it) => it.visits.short],
  ['Genomgångar (räknas inte)', (it) => it.visits.passThrough],
  ['Median per besök, minuter', (it) => it.medianDwellMin],
  ['Längsta lucka, timmar', (it) => it.longestGapHours],
  ['Fönster hållna', (it) => it.windows.kept],
  ['Fönster i allt', (it) => it.windows.all],
  ['Oförutsägbarhet 0–1', (it) => it.unpredictability],
  ['Planerade utan dos', (it) => it.plannedNotDelivered],
  ['Varav aldrig erbjudna', (it) => it.notOffered],
  ['Varav uteblivna', (it) => it.missed],
  ...LOSS_REASONS.flatMap((reason): Column[] => [
    [`Förlorade, ${REASON_WORDS[reason]}`, (it) => lostTo(reason, it)?.count ?? 0],
    [
      `Förlorade timmar, ${REASON_WORDS[reason]}`,
      (it) => (lostTo(reason, it)?.minutes ?? 0) / HOUR_MIN,
    ],
  ]),
  ...VISIT_SOURCES.map(
    (source): Column => [`Besök, ${SOURCE_WORDS[source]}`, (it) => it.bySource[source] ?? 0],
  ),
  ['Besök, efterregistrerade', (it) => it.late],
];

export function coverageCsv(
  facts: ExportFacts,
  lines: readonly CoverageLine[],
  totals: ExportedFigures,
): string {
  const headings = ['Kod', 'Hot spot', ...COLUMNS.map(([heading]) => heading)];
  const line = (code: string, name: string, figures: ExportedFigures): Cell[] => [
    code,
    name,
    ...COLUMNS.map(([, value]) => value(figures)),
  ];
  const table = lines.map(({ code, name, figures }) => line(code, name, figures));
  return csvDocument([
    csvLines([...factLines(facts), headings, ...table, line('', 'Alla', totals)]),
  ]);
}
