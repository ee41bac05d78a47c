/** Takes the incidents of a file in. What is there already is left alone, so that the same file twice adds nothing. */
import { lastOf } from '#core/evaluation/incident.ts';
import type { FileFormat } from '#core/incidents/columns.ts';
import type { IncidentReading } from '#core/incidents/read-incidents.ts';
import type { EpochMs, Uuid } from '#core/model.ts';
import { fieldProblem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import {
  type IncidentImport,
  incidentImportById,
  insertImport,
  insertIncidents,
  knownByImport,
  updateImportCounts,
} from '../../store/incidents.ts';
import { knownMunicipality } from '../known-municipality.ts';
import type { Circumstances, Done } from '../use-case.ts';

export interface ImportOrder {
  readonly id: Uuid;
  readonly municipality: string;
  readonly fileName: string;
  readonly source: string;
  /** Whether the rows that can be read are kept where others are refused. */
  readonly keepRest: boolean;
}

export interface ReadFile {
  readonly format: FileFormat;
  readonly rows: number;
  readonly harmVersion: number;
  readonly reading: IncidentReading;
}

/** @throws Problem invalid-incidents, invalid-input, id-reused */
export async function importIncidents(
  tx: Executor,
  order: ImportOrder,
  file: ReadFile,
  { now }: Circumstances,
): Promise<Done<IncidentImport>> {
  const { incidents, refusals, doubles } = file.reading;
  await knownMunicipality(tx, order.municipality, 'invalid-input', '?municipality');
  if (await incidentImportById(tx, order.id)) throw takenId();
  refuseUnreadable(order, file.reading);
  const { keepRest: _, ...said } = order;
  const counts = { rows: file.rows, kept: 0, doubles: doubles.length, refused: refusals.length };
  const begun: IncidentImport = {
    ...said,
    ...spanOf(file.reading, now),
    format: file.format,
    harmVersion: file.harmVersion,
    counts,
    importedAt: now,
    withdrawnAt: null,
  };
  await insertImport(tx, begun);
  const keys = incidents.map(({ key }) => key);
  const held = await knownByImport(tx, order.municipality, keys);
  const kept = await insertIncidents(tx, order, incidents);
  const told = { ...counts, kept, doubles: doubles.length + incidents.length - kept };
  await updateImportCounts(tx, order.id, { ...told, held });
  const detail = { municipality: order.municipality, ...told };
  const audit = {
    action: 'incident.import',
    entity: 'incident-import',
    entityId: order.id,
    detail,
  } as const;
  return { result: { ...begun, counts: { ...told, held } }, audit };
}

function spanOf({ incidents }: IncidentReading, now: EpochMs) {
  return {
    firstAt: incidents.reduce((least, { from }) => Math.min(least, from), now),
    lastAt: incidents.reduce((most, one) => Math.max(most, lastOf(one)), 0),
  };
}

/** The same file sent twice, or another: the list shows which. */
const takenId = () =>
  fieldProblem('id-reused', '?id', {
    sv: 'En import med det id:t finns redan. Se efter bland inlästa filer innan du läser in på nytt.',
    en: 'An import of that id is there already. Look among the imported files before you import anew.',
  });

function refuseUnreadable({ keepRest }: ImportOrder, reading: IncidentReading): void {
  const { incidents, refusals } = reading;
  if (incidents.length === 0)
    throw fieldProblem('invalid-incidents', '', {
      sv: 'ingen rad går att läsa med de här kolumnerna. Förhandsgranska och välj andra.',
      en: 'no row can be read by these columns. Preview and choose others.',
    });
  if (refusals.length > 0 && !keepRest)
    throw fieldProblem('invalid-incidents', '?keepRest', {
      sv: `${refusals.length} rader går inte att läsa. Rätta filen, eller välj att ta in resten.`,
      en: `${refusals.length} rows cannot be read. Mend the file, or choose to keep the rest.`,
    });
}
