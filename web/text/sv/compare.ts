/** Words of the plan beside that of the week before. */
export const compareSv = {
  title: 'Jämför med förra veckan',
  loading: 'Hämtar förra veckans plan …',
  noShift:
    'Det fanns inget pass att jämföra med: inget i kommunen började inom tre timmar från samma tid en vecka tidigare.',
  noPlan: (day: string, date: string) =>
    `Passet förra ${day}en (${date}) hade ingen publicerad plan att jämföra med.`,
  /** `done` null: that shift is yet to be. */
  sumBefore: (day: string, date: string, visits: number, done: number | null) => {
    const planned = `${visits} besök ${visits === 1 ? 'planerat' : 'planerade'}`;
    const made = done === null ? 'inte gått än' : `${done} ${done === 1 ? 'gjort' : 'gjorda'}`;
    return `Förra ${day}en (${date}): ${planned}, ${made}.`;
  },
  sumNow: (visits: number, same: number) => `Nu: ${visits} besök, ${same} vid samma tid som då.`,
  firstStops: (codes: readonly string[]) => {
    if (codes.length === 0) return 'Ingen hot spot är en patrulls första stopp båda gångerna.';
    return `${codes.length} ${codes.length === 1 ? 'hot spot' : 'hot spots'} är en patrulls första stopp båda gångerna: ${codes.join(', ')}.`;
  },
  place: 'Hot spot',
  before: 'Då',
  made: 'Gjorda',
  now: 'Nu',
  none: 'inget',
  doneOf: (done: number, planned: number) => `${done} av ${planned}`,
  sameTime: 'samma tid som då',
  legend: 'samma tid som då: inom 15 minuter',
};

export type CompareWords = typeof compareSv;
