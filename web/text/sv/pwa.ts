export const pwaSv = {
  newVersion: {
    waiting: 'Ny version finns',
    running: 'Ny version är igång i ett annat fönster',
    update: 'Uppdatera',
  },
};

export type PwaWords = typeof pwaSv;
