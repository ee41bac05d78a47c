/** The interval that a survey figure is shown with: its publisher's, else the one that the server has worked out. */
import type { WireReply } from '#contract/api.ts';

export type SurveyFigure = WireReply<'listSurveyFigures'>['figures'][number];

export interface ShownInterval {
  readonly low: number;
  readonly high: number;
  readonly isComputed: boolean;
}

export function intervalOf({ low, high, computed }: SurveyFigure): ShownInterval | null {
  if (low !== null && high !== null) return { low, high, isComputed: false };
  return computed && { ...computed, isComputed: true };
}
