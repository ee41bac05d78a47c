import { municipalityByCode } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';

/** As a table that is taken away says it; null: all municipalities. */
export async function municipalityName(db: Executor, code: string | null): Promise<string | null> {
  if (code === null) return null;
  return (await municipalityByCode(db, code))?.name ?? code;
}
