/** The uncertainty of a survey's share where its publisher gives none. */
import { type Interval, shareInterval } from '../evaluation/exact-intervals.ts';
import type { SurveyFigure } from './survey.ts';

/**
 * The exact 95 % interval of a share in percent, as if those who answered were a simple random sample. A survey that
 * weighs its answers, or draws them from groups, is less certain than this, so a publisher's own interval goes first.
 * What is published in percent is a whole number of people: the nearest one.
 */
export function computedInterval({
  percent,
  answers,
}: Pick<SurveyFigure, 'percent' | 'answers'>): Interval {
  const { low, high } = shareInterval(Math.round((percent / 100) * answers), answers);
  return { low: low * 100, high: high * 100 };
}
