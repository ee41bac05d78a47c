/** Words of the plan beside that of the week before. */
import type { CompareWords } from '../sv/compare.ts';

export const compareEn: CompareWords = {
  title: 'Compare with last week',
  loading: 'Fetching last week’s plan …',
  noShift:
    'There was no shift to compare with: none in the municipality began within three hours of the same time a week earlier.',
  noPlan: (day, date) => `The shift last ${day} (${date}) had no published plan to compare with.`,
  sumBefore: (day, date, visits, done) => {
    const planned = `${visits} ${visits === 1 ? 'visit' : 'visits'} planned`;
    return `Last ${day} (${date}): ${planned}, ${done === null ? 'not run yet' : `${done} made`}.`;
  },
  sumNow: (visits, same) =>
    `Now: ${visits} ${visits === 1 ? 'visit' : 'visits'}, ${same} at the same time as then.`,
  firstStops: (codes) => {
    if (codes.length === 0) return 'No hot spot is a patrol’s first stop both times.';
    return `${codes.length} ${codes.length === 1 ? 'hot spot is' : 'hot spots are'} a patrol’s first stop both times: ${codes.join(', ')}.`;
  },
  place: 'Hot spot',
  before: 'Then',
  made: 'Made',
  now: 'Now',
  none: 'none',
  doneOf: (done, planned) => `${done} of ${planned}`,
  sameTime: 'same time as then',
  legend: 'same time as then: within 15 minutes',
};
