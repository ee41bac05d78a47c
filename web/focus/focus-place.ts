import type { WireReply } from '#contract/api.ts';

export type Focus = WireReply<'listFocus'>['focuses'][number];

/** `C2 Violentorget` */
export const placeOf = ({ code, name }: Pick<Focus, 'code' | 'name'>): string => `${code} ${name}`;
