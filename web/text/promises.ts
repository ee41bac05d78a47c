import { promisesEn } from './en/promises.ts';
import { words } from './language.ts';
import { promisesSv } from './sv/promises.ts';

export const promisesText = words(promisesSv, promisesEn);
