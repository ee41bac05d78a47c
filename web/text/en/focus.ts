import type { FocusWords } from '../sv/focus.ts';

export const focusEn: FocusWords = {
  title: 'Weekly focus',
  intro:
    'Up to three places that need more, by the local picture of the situation. They weigh a step of priority more when shifts are planned, for seven days. Then it ends by itself.',
  now: 'In force',
  free: 'Free',
  until: (day, left) => `until ${day} · ${left === 1 ? 'last day' : `${left} days left`}`,
  begins: (from, to) => `from ${from} to ${to}`,
  end: 'Take back',
  endOf: (place) => `Take ${place} back`,
  ended: (place) => `${place} is no longer in focus.`,
  saved: (place, to) => `${place} is in the weekly focus until ${to}.`,
  make: 'Add a place',
  place: 'Hot spot',
  choose: 'Choose …',
  from: 'From',
  reason: 'Why now?',
  reasonHint: 'no persons',
  source: 'Source',
  sources: [
    'EST, weekly picture',
    'Picture of the situation',
    'Dialogue with citizens',
    'Dialogue with staff',
  ],
  save: 'Set the focus',
  history: 'Focus before',
  columns: { place: 'Place', days: 'Days', reason: 'Reason', source: 'Source' },
  days: (from, to) => `${from} – ${to}`,
  endedEarly: (day) => `taken back ${day}`,
  inWeek: (places) => `Weekly focus: ${places}`,
};
