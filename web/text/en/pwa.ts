import type { PwaWords } from '../sv/pwa.ts';

export const pwaEn: PwaWords = {
  newVersion: {
    waiting: 'There is a new version',
    running: 'A new version runs in another window',
    update: 'Update',
  },
  keptAt: (time) => `The plan is from ${time}`,
  sessionEnded:
    'Your session has ended. What is logged on this device and has not been sent waits until the same account signs in again.',
  room: {
    low: 'This device is short of space. Remove something else before it is full.',
    full: 'This device is full: nothing can be saved. Remove something else and try again.',
  },
  keeping: {
    kept: 'What is logged stays on the device until it has been sent.',
    evictable:
      'The browser may clear what waits to be sent if the device is full. Install the app on the home screen, and it is kept.',
  },
};
