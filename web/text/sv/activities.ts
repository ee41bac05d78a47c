import type { ActivityKind } from '#core/promises/activity.ts';

export const activitiesSv = {
  title: 'Aktiviteter',
  intro:
    'Det som vuxna gör för tryggheten vid sidan av patrullen. Bara antal vuxna: aldrig vilka de är eller vilka de mötte.',
  kinds: {
    'safe-adult': 'Trygg vuxen',
    'school-prevention': 'Skola, förebyggande',
    presence: 'Närvaro',
    other: 'Annat',
  } satisfies Record<ActivityKind, string>,
  kind: 'Slag',
  date: 'Dag',
  time: 'Tid',
  start: 'Från',
  end: 'Till',
  place: 'Plats',
  placeHint: 'en plats, ingen person',
  adults: 'Antal vuxna',
  fewer: 'En färre',
  more: 'En till',
  hours: 'Timmar',
  actions: 'Åtgärder',
  make: 'Skriv in en aktivitet',
  editOf: (day: string) => `Ändra aktiviteten ${day}`,
  save: 'Spara aktiviteten',
  reason: 'Varför ändras den?',
  saved: (kind: string, day: string, adults: number) =>
    `Sparat: ${kind}, ${day}, ${adults} ${adults === 1 ? 'vuxen' : 'vuxna'}.`,
  struckSaved: 'Aktiviteten är struken.',
  edit: 'Ändra',
  strike: 'Stryk',
  restore: 'Ta tillbaka',
  struck: (reason: string) => `struken: ${reason}`,
  totals: (times: string, hours: string, adultHours: string) =>
    `${times} ${times === '1' ? 'aktivitet' : 'aktiviteter'} · ${hours} timmar · ${adultHours} vuxentimmar`,
  list: 'Aktiviteter, senaste först',
  allKinds: 'Alla slag',
  empty: 'Inga aktiviteter är inskrivna för året.',
  emptyOfKind: 'Inga av det slaget är inskrivna för året.',
  csv: 'Hämta som CSV',
  shown: (shown: number, all: number) => `${shown} av ${all} visas`,
  showAll: 'Visa alla',
};
export type ActivitiesWords = typeof activitiesSv;
