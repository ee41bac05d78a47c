/** The promise ledger and the activities as tables to take away. */
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import type { EpochMs } from '#core/model.ts';
import { activitiesTable } from '../../formats/activities-table.ts';
import { type ExportFacts, exportFileName } from '../../formats/export-facts.ts';
import { ledgerTable } from '../../formats/ledger-table.ts';
import { csvOfTable } from '../../formats/table.ts';
import { activities } from '../../store/activities.ts';
import type { Executor } from '../../store/database.ts';
import { countedTo } from '../../usecases/coverage/coverage-report.ts';
import type { PeriodBounds } from '../../usecases/coverage/scope.ts';
import { ledgerLines } from '../../usecases/promises/ledger.ts';
import type { Call, Handler } from '../call.ts';
import { activityScope } from './activities.ts';
import { remembering } from './coverage-scope.ts';
import { municipalityName } from './municipality-name.ts';
import { ledgerScope } from './promises.ts';

interface Exported extends PeriodBounds {
  readonly title: string;
  readonly municipality: string | null;
  readonly until: EpochMs;
}

async function factsOf(
  db: Executor,
  { municipality: code, ...exported }: Exported,
  { now, services }: Pick<Call<'exportLedgerCsv'>, 'now' | 'services'>,
): Promise<ExportFacts> {
  return {
    ...exported,
    municipality: await municipalityName(db, code),
    tag: null,
    hours: null,
    definitions: DEFINITIONS_VERSION,
    madeAt: now,
    rules: services.calendar,
  };
}

const exportLedgerCsv: Handler<'exportLedgerCsv'> = {
  run: async (db, call) => {
    const scope = ledgerScope(call);
    const { period, municipality } = scope;
    const asked = remembering(db, call);
    const { until } = countedTo(asked, period);
    const facts = await factsOf(db, { title: 'Löften', municipality, until, ...period }, call);
    const lines = await ledgerLines(asked, scope);
    return {
      reply: await csvOfTable(facts, ledgerTable(lines)),
      fileName: exportFileName('loften', period, 'csv'),
    };
  },
};

const exportActivitiesCsv: Handler<'exportActivitiesCsv'> = {
  run: async (db, call) => {
    const scope = activityScope(call);
    const { until } = countedTo(remembering(db, call), scope);
    const facts = await factsOf(db, { title: 'Aktiviteter', until, ...scope }, call);
    const counted = (await activities(db, scope)).filter(({ struck }) => !struck);
    return {
      reply: await csvOfTable(facts, activitiesTable(counted.reverse())),
      fileName: exportFileName('aktiviteter', scope, 'csv'),
    };
  },
};

export const ledgerExportHandlers = { exportLedgerCsv, exportActivitiesCsv };
