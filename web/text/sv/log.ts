export const logSv = {
  title: 'Logg',
  intro:
    'Varje skrivning, och varje läsning av uppgifter om poliser. Raderna är kedjade: ingen kan ändras eller tas bort utan att det syns.',
  columns: {
    seq: 'Rad',
    at: 'Tid',
    actor: 'Vem',
    role: 'Roll',
    action: 'Vad',
    entity: 'På',
    detail: 'Detaljer',
  },
  more: 'Äldre rader',
  system: 'systemet',
};
export type LogWords = typeof logSv;
