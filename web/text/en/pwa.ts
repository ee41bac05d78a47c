import type { PwaWords } from '../sv/pwa.ts';

export const pwaEn: PwaWords = {
  newVersion: {
    waiting: 'There is a new version',
    running: 'A new version runs in another window',
    update: 'Update',
  },
};
