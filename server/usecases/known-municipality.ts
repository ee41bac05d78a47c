import { fieldProblem } from '../../problem.ts';
import { hasMunicipality } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';

/** @throws Problem invalid-input: there is no such municipality */
export async function refuseUnknownMunicipality(tx: Executor, code: string): Promise<void> {
  if (await hasMunicipality(tx, code)) return;
  throw fieldProblem('invalid-input', '/municipality', {
    sv: `Det finns ingen kommun ${code}.`,
    en: `There is no municipality ${code}.`,
  });
}
