import type { ProblemCode } from '#contract/problem.ts';
import type { Municipality } from '#core/model.ts';
import { fieldProblem } from '../problem.ts';
import { municipalityByCode } from '../store/areas.ts';
import type { Executor } from '../store/database.ts';

/**
 * @param fault what a wrong one makes of what was sent
 * @throws Problem of that code: the area has no such municipality
 */
export async function knownMunicipality(
  db: Executor,
  code: string,
  fault: ProblemCode = 'invalid-input',
  field = '/municipality',
): Promise<Municipality> {
  const known = await municipalityByCode(db, code);
  if (known) return known;
  throw fieldProblem(fault, field, {
    sv: `Det finns ingen kommun ${code} här. Välj en av områdets kommuner.`,
    en: `There is no municipality ${code} here. Choose one of the area’s municipalities.`,
  });
}
