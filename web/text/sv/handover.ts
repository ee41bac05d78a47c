export const handoverSv = {
  title: 'Överlämning',
  crew: (count: number) => (count === 1 ? '1 patrull' : `${count} patruller`),
  done: (made: number, planned: number) => `${made} av ${planned} planerade besök gjordes`,
  doneMore: (count: number) => `${count} besök i allt`,
  missed: 'Uteblev',
  nothingMissed: 'Inget planerat besök uteblev.',
  noReason: 'skäl saknas',
  inherited: 'Att ta över',
  nothingInherited: 'Alla tidsfönster har fått sina doser.',
  missing: (count: number) => (count === 1 ? '1 dos fattas' : `${count} doser fattas`),
  openTo: (time: string) => `öppet till ${time}`,
  closed: (time: string) => `stängde ${time}`,
  seen: 'Iakttaget',
  counted: {
    contacts: (count: number) => (count === 1 ? '1 kontakt' : `${count} kontakter`),
    actions: (count: number) => (count === 1 ? '1 åtgärd' : `${count} åtgärder`),
    observations: (count: number) => (count === 1 ? '1 iakttagelse' : `${count} iakttagelser`),
    interventions: (count: number) => (count === 1 ? '1 ingripande' : `${count} ingripanden`),
  },
  nothingSeen: 'Inga anteckningar eller händelser.',
  uncertain: (count: number) =>
    count === 1 ? '1 besök har uppskattat slut' : `${count} besök har uppskattat slut`,
  print: 'Skriv ut',
  back: 'Tillbaka',
  noShift: 'Det finns inget pass att lämna över.',
};

export type HandoverWords = typeof handoverSv;
