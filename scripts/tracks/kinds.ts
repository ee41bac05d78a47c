/** The kinds of difficulty that detection is measured at. */
import type { PhoneKind } from './phone.ts';

const PLAIN: PhoneKind = {
  wanderM: [3, 6],
  alikeS: [15, 60],
  wallsM: 0,
  jumpsAnHour: 3,
  gaps: [0, 2],
  gapS: [60, 300],
  sampling: ['steady'],
  accuracy: 'fair',
  late: 0,
  doubled: 0,
};

const NOISY = { wanderM: [6, 15], alikeS: [10, 40] } as const;
const GAPS = { gaps: [4, 8], gapS: [60, 480] } as const;
const UPSET = { late: 0.1, doubled: 0.1 };

export const KINDS: ReadonlyMap<string, PhoneKind> = new Map([
  ['plain', PLAIN],
  ['noise 6–15 m', { ...PLAIN, ...NOISY, accuracy: 'none' }],
  ['gaps to 8 min', { ...PLAIN, ...GAPS }],
  ['disorder and doubles', { ...PLAIN, ...UPSET }],
  ['sparse: pocket, 25 m filter', { ...PLAIN, sampling: ['pocket', 'distance'] }],
  ['lying accuracy', { ...PLAIN, wanderM: [4, 10], accuracy: 'lying', jumpsAnHour: 8 }],
  ['reflecting walls', { ...PLAIN, wallsM: 10, accuracy: 'flattering' }],
  [
    'all at once',
    {
      ...PLAIN,
      ...NOISY,
      ...GAPS,
      ...UPSET,
      wallsM: 5,
      jumpsAnHour: 8,
      sampling: ['steady', 'pocket'],
      accuracy: 'lying',
    },
  ],
]);
