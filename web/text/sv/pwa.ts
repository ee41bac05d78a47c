export const pwaSv = {
  newVersion: {
    waiting: 'Ny version finns',
    running: 'Ny version är igång i ett annat fönster',
    update: 'Uppdatera',
  },
  keptAt: (time: string) => `Planen är från ${time}`,
  sessionEnded:
    'Inloggningen har gått ut. Det som är loggat på den här enheten och inte har skickats väntar tills samma konto loggar in igen.',
  room: {
    low: 'Det är ont om plats på enheten. Ta bort något annat innan den blir full.',
    full: 'Enheten är full: det går inte att spara. Ta bort något annat och försök igen.',
  },
  keeping: {
    kept: 'Det som loggas sparas på enheten tills det har skickats.',
    evictable:
      'Webbläsaren kan rensa det som väntar på att skickas om enheten blir full. Installera appen på hemskärmen, så behålls det.',
  },
};

export type PwaWords = typeof pwaSv;
