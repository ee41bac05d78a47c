/** Doses and planned visits on a time axis, as the server tells them. */
import type { WireReply } from '#contract/api.ts';

export type Strips = WireReply<'getCoverageStrips'>;
export type Strip = Strips['hotSpots'][number];
