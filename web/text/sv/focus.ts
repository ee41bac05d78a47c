export const focusSv = {
  title: 'Veckans inriktning',
  intro:
    'Upp till tre platser som lägesbilden säger behöver mer. De väger ett prioritetssteg tyngre när pass planeras, i sju dygn. Sedan upphör det av sig självt.',
  now: 'Gäller nu',
  free: 'Ledig plats',
  until: (day: string, left: number) =>
    `till och med ${day} · ${left === 1 ? 'sista dygnet' : `${left} dygn kvar`}`,
  begins: (from: string, to: string) => `från ${from} till ${to}`,
  end: 'Ta tillbaka',
  endOf: (place: string) => `Ta tillbaka ${place}`,
  ended: (place: string) => `${place} är inte längre i inriktningen.`,
  saved: (place: string, to: string) => `${place} är i veckans inriktning till ${to}.`,
  make: 'Lägg till en plats',
  place: 'Hot spot',
  choose: 'Välj …',
  from: 'Från och med',
  reason: 'Varför just nu?',
  reasonHint: 'inga personer',
  source: 'Källa',
  sources: ['EST, veckolägesbild', 'Lägesbild', 'Medborgardialog', 'Medarbetardialog'],
  save: 'Sätt inriktningen',
  history: 'Tidigare inriktning',
  columns: { place: 'Plats', days: 'Dygn', reason: 'Skäl', source: 'Källa' },
  days: (from: string, to: string) => `${from} – ${to}`,
  endedEarly: (day: string) => `tillbakatagen ${day}`,
  inWeek: (places: string) => `Veckans inriktning: ${places}`,
};
export type FocusWords = typeof focusSv;
