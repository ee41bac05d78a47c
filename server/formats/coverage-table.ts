/** Coverage by hot spot as a table: a line each, the sum last. */
import { type CoverageFigures, GAP_BOUNDS_HOURS } from '#core/dosage/coverage-figures.ts';
import { LOSS_REASONS, type LossReason, VISIT_SOURCES } from '#core/model.ts';
import type { Cell } from './csv.ts';
import type { Lines, Table } from './table.ts';

export interface ExportedFigures extends Omit<CoverageFigures, 'grid' | 'weeks'> {
  readonly unpredictability: number | null;
  readonly dosesPerDay: number | null;
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
  ['Undre kvartil per besök, minuter', (it) => it.dwellMin?.lower ?? null],
  ['Övre kvartil per besök, minuter', (it) => it.dwellMin?.upper ?? null],
  ['Doser per dygn', (it) => it.dosesPerDay],
  ['Längsta lucka, timmar', (it) => it.longestGapHours],
  ['Luckor mellan doser', (it) => it.gaps.count],
  ['Undre kvartil för luckor, timmar', (it) => it.gaps.hours?.lower ?? null],
  ['Medianlucka, timmar', (it) => it.gaps.hours?.median ?? null],
  ['Övre kvartil för luckor, timmar', (it) => it.gaps.hours?.upper ?? null],
  ...GAP_BOUNDS_HOURS.map(
    (bound, bin): Column => [
      `Luckor ${GAP_BOUNDS_HOURS[bin - 1] ?? 0}–${bound} timmar`,
      (it) => it.gaps.byLength[bin] ?? 0,
    ],
  ),
  [
    `Luckor över ${GAP_BOUNDS_HOURS.at(-1)} timmar`,
    (it) => it.gaps.byLength[GAP_BOUNDS_HOURS.length] ?? 0,
  ],
  ['Dygn med öppet fönster', (it) => it.streaks.days],
  ['Varav med dos', (it) => it.streaks.daysWithDose],
  ['Längsta svit med dos, dygn', (it) => it.streaks.longestWith],
  ['Längsta svit utan dos, dygn', (it) => it.streaks.longestWithout],
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
  ['Förlorade, skäl saknas', (it) => it.unexplained.count],
  ['Förlorade timmar, skäl saknas', (it) => it.unexplained.minutes / HOUR_MIN],
  ...VISIT_SOURCES.map(
    (source): Column => [`Besök, ${SOURCE_WORDS[source]}`, (it) => it.bySource[source] ?? 0],
  ),
  ['Besök, efterregistrerade', (it) => it.late],
];

export function coverageTable(
  lines: readonly CoverageLine[],
  totals: ExportedFigures,
): Table<Lines> {
  const line = (code: string, name: string, figures: ExportedFigures): Cell[] => [
    code,
    name,
    ...COLUMNS.map(([, value]) => value(figures)),
  ];
  const rows = lines.map(({ code, name, figures }) => line(code, name, figures));
  return {
    headings: ['Kod', 'Hot spot', ...COLUMNS.map(([heading]) => heading)],
    rows: [...rows, line('', 'Alla', totals)],
  };
}
