/** What the server answers Planera with, by the names it has on the screen. */
import type { WireReply } from '#contract/api.ts';

export type ShiftReply = WireReply<'getShift'>;
export type ShiftSummary = WireReply<'listShifts'>['shifts'][number];
export type Planning = WireReply<'getPlanning'>;
export type WeekBefore = WireReply<'getWeekBefore'>;
export type PlanReply = NonNullable<Planning['plan']>;
export type Place = WireReply<'listHotSpots'>['features'][number];
