/** The names of the files of a published version. */
export const FILES = {
  page: 'index.html',
  promises: 'loften.csv',
  places: 'platser.csv',
  map: 'platser.geojson',
  pdf: 'sidan.pdf',
} as const;
