/** The municipality's own people read and write of their own municipality, whatever they ask for. */
import { Problem } from '../../problem.ts';
import type { Actor } from '../use-case.ts';

/** The municipality that is shown; null: all. @throws Problem forbidden */
export function municipalityShown(
  { role, municipality: own }: Pick<Actor, 'role' | 'municipality'>,
  asked: string | undefined,
): string | null {
  if (role !== 'municipality') return asked ?? null;
  if (own === null) throw new Problem('forbidden');
  return own;
}

/** @throws Problem forbidden: it is another municipality's */
export function refuseForeign(
  { role, municipality: own }: Pick<Actor, 'role' | 'municipality'>,
  municipality: string,
): void {
  if (role === 'municipality' && own !== municipality) throw new Problem('forbidden');
}
