/**
 * What people answer once a year: the police's safety survey (trygghetsmätningen) and Brå's NTU. A value stands beside
 * its year, its number of answers and its interval, and is never a running measure (domain brief 2.2).
 */
import type { Uuid } from '../model.ts';

export const SURVEYS = ['trygghetsmatning', 'ntu', 'other'] as const;
export type Survey = (typeof SURVEYS)[number];

export interface SurveyFigure {
  readonly id: Uuid;
  readonly municipality: string;
  readonly survey: Survey;
  readonly year: number;
  /** As it was asked. */
  readonly question: string;
  /** Share of the answers, 0–100. */
  readonly percent: number;
  /** The 95 % interval as its publisher gives it, 0–100; null: it gives none. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many answered. */
  readonly answers: number;
  readonly source: string;
}
