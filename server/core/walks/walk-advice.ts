/** What the method advises and a walk departs from. Advice, never a refusal: the municipality knows its residents. */
import { DAY_MS } from '../calendar/duration.ts';
import type { Meeting, Walk } from './walk.ts';

/** The method's most (Brå's and Boverket's guides, domain brief 2.2): more cannot hear each other on a pavement. */
export const MOST_PARTICIPANTS = 20;

/** Two to three weeks between the meetings (domain brief 2.2). */
const APART_DAYS = { least: 14, most: 21 };

export type WalkAdvice =
  | { readonly kind: 'many-participants'; readonly participants: number }
  | { readonly kind: 'missing-meeting'; readonly meeting: 'before' | 'after' }
  | { readonly kind: 'spacing'; readonly meeting: 'before' | 'after'; readonly days: number };

export function walkAdvice({
  before,
  walk,
  after,
  participants,
}: Pick<Walk, 'before' | 'walk' | 'after' | 'participants'>): WalkAdvice[] {
  const many: WalkAdvice[] =
    participants !== null && participants > MOST_PARTICIPANTS
      ? [{ kind: 'many-participants', participants }]
      : [];
  return [
    ...many,
    ...meetingAdvice('before', before, walk),
    ...meetingAdvice('after', after, walk),
  ];
}

function meetingAdvice(
  meeting: 'before' | 'after',
  held: Meeting | null,
  walk: Meeting,
): WalkAdvice[] {
  if (held === null) return [{ kind: 'missing-meeting', meeting }];
  const days = Math.round(Math.abs(held.startsAt - walk.startsAt) / DAY_MS);
  const isAsAdvised = APART_DAYS.least <= days && days <= APART_DAYS.most;
  return isAsAdvised ? [] : [{ kind: 'spacing', meeting, days }];
}
