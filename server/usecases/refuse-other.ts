import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../problem.ts';

/** What is stored under an id that is sent again must say the same. @throws Problem id-reused */
export function refuseOtherThan<T extends object>(known: NoInfer<T>, said: T): void {
  const fields = Object.keys(said) as (keyof T)[];
  if (!fields.every((field) => isDeepStrictEqual(known[field], said[field])))
    throw new Problem('id-reused');
}
