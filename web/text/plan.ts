import { planEn } from './en/plan.ts';
import { words } from './language.ts';
import { planSv } from './sv/plan.ts';

export const planText = words(planSv, planEn);
