/** Takes an import back as a whole: its incidents are deleted, and its row says that it was withdrawn. */
import type { Uuid } from '#core/model.ts';
import { fieldProblem, notFound } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { type IncidentImport, incidentImportById, withdrawImport } from '../../store/incidents.ts';
import type { Circumstances, Done } from '../use-case.ts';

/** @throws Problem not-found, not-acceptable-state */
export async function withdrawIncidentImport(
  tx: Executor,
  id: Uuid,
  { now }: Circumstances,
): Promise<Done<IncidentImport>> {
  const known = await incidentImportById(tx, id);
  if (!known) throw notFound('import', id);
  if (known.withdrawnAt !== null)
    throw fieldProblem('not-acceptable-state', ':id', {
      sv: 'Importen är redan återkallad.',
      en: 'The import has been withdrawn already.',
    });
  const incidents = await withdrawImport(tx, id, now);
  const detail = { incidents };
  return {
    result: { ...known, withdrawnAt: now },
    audit: { action: 'incident.withdraw', entity: 'incident-import', entityId: id, detail },
  };
}
