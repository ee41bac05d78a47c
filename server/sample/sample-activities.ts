/** When the sample's activities are held. */
import type { LocalTime } from '#core/model.ts';
import type { ActivityKind } from '#core/promises/activity.ts';

export interface ActivityPattern {
  readonly kind: ActivityKind;
  /** ISO weekdays. */
  readonly weekdays: readonly number[];
  /** Of the days on which it could be, those on which it was. */
  readonly share: number;
  /** Not in the summer holidays. */
  readonly inTerm: boolean;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly places: readonly string[];
  /** At least so many; up to two more. */
  readonly adults: number;
}

export const ACTIVITY_PATTERNS: readonly ActivityPattern[] = [
  {
    kind: 'safe-adult',
    weekdays: [5],
    share: 0.84,
    inTerm: false,
    start: '20:00',
    end: '23:30',
    places: ['Centrum och Sveaparken', 'Violentorget', 'Resecentrum och gångtunneln'],
    adults: 3,
  },
  {
    kind: 'presence',
    weekdays: [2, 4],
    share: 0.8,
    inTerm: true,
    start: '15:00',
    end: '18:00',
    places: ['Stenhammarskolan', 'Biblioteket', 'Fritidsgården'],
    adults: 2,
  },
  {
    kind: 'school-prevention',
    weekdays: [3],
    share: 0.3,
    inTerm: true,
    start: '09:00',
    end: '11:30',
    places: ['Stenhammarskolan, åk 8', 'Stenhammarskolan, åk 9', 'Gymnasieskolan, åk 1'],
    adults: 2,
  },
];
