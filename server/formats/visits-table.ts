/** Visits as a table: places and times, call signs and counts; no names, and not the notes, which are free text. */
import { type CalendarRules, MINUTE_MS, operationalDateOf } from '#core/calendar/local-time.ts';
import type { VisitClass } from '#core/dosage/visit-class.ts';
import type { Visit } from '#core/model.ts';
import { SOURCE_WORDS } from './coverage-table.ts';
import type { Cell } from './csv.ts';
import type { Lines, Table } from './table.ts';
import { dateCell, timeCell } from './wall-moment.ts';

export interface ExportedVisit {
  readonly code: string;
  readonly name: string;
  readonly callSign: string | null;
  /** `continued`: one presence with the visit before it, which has its class. */
  readonly counts: VisitClass | 'continued';
  readonly visit: Visit;
}

const CLASS_WORDS: Readonly<Record<ExportedVisit['counts'], string>> = {
  'pass-through': 'genomgång',
  short: 'kort',
  dose: 'dos',
  'over-ceiling': 'dos, över taket',
  continued: 'fortsättning',
};

const HEADINGS = [
  'Operativt dygn',
  'Kod',
  'Hot spot',
  'Början',
  'Slut',
  'Minuter',
  'Räknas som',
  'Anrop',
  'Antal poliser',
  'Källa',
  'Efterregistrerat',
  'Planerat',
  'Kontakter',
  'Åtgärder',
  'Iakttagelser',
  'Ingripanden',
];

const yesNo = (is: boolean) => (is ? 'ja' : 'nej');

function visitLine({ visit, ...of }: ExportedVisit, rules: CalendarRules): Cell[] {
  const { startedAt, endedAt, outcome } = visit;
  return [
    dateCell(operationalDateOf(rules, startedAt)),
    of.code,
    of.name,
    timeCell(rules, startedAt),
    endedAt === null ? 'pågår' : timeCell(rules, endedAt),
    endedAt === null ? null : (endedAt - startedAt) / MINUTE_MS,
    CLASS_WORDS[of.counts],
    of.callSign,
    visit.officers,
    SOURCE_WORDS[visit.source],
    yesNo(visit.late),
    yesNo(visit.slotId !== null),
    outcome.contacts,
    outcome.actions,
    outcome.observations,
    outcome.interventions,
  ];
}

/** @param parts visits in order, in as many lists as they were read in */
export function visitsTable(
  parts: AsyncIterable<readonly ExportedVisit[]>,
  rules: CalendarRules,
): Table<AsyncIterable<Lines>> {
  return { headings: HEADINGS, rows: linesOf(parts, rules) };
}

async function* linesOf(parts: AsyncIterable<readonly ExportedVisit[]>, rules: CalendarRules) {
  for await (const visits of parts) yield visits.map((visit) => visitLine(visit, rules));
}
