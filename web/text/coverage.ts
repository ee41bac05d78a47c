import { coverageEn } from './en/coverage.ts';
import { words } from './language.ts';
import { coverageSv } from './sv/coverage.ts';

export const coverageText = words(coverageSv, coverageEn);
