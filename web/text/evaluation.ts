import { evaluationEn } from './en/evaluation.ts';
import { words } from './language.ts';
import { evaluationSv } from './sv/evaluation.ts';

export const evaluationText = words(evaluationSv, evaluationEn);
