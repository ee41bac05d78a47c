/** What the server answers the week with, by the names it has on the screen. */
import type { WireReply } from '#contract/api.ts';

export type WeekReply = WireReply<'getWeek'>;
export type WeekShiftReply = WeekReply['shifts'][number];
