import { expect, test } from 'vitest';
import { noteWarnings } from '#core/note-warning.ts';

test.each([
  ['19900101-1234', 'identity-number'],
  ['pojke 900161-1234 var där', 'identity-number'],
  ['9001011234', 'identity-number'],
  ['900101+1234', 'identity-number'],
  ['ring 070-123 45 67', 'phone'],
  ['0157 123 45', 'phone'],
  ['+46 70 123 45 67', 'phone'],
  ['Volvo ABC 123', 'registration'],
  ['abc12d utanför', 'registration'],
  ['namn@example.se', 'e-mail'],
])('«%s» warns of %s', (note, warning) => {
  expect(noteWarnings(note)).toContain(warning);
});

test.each([
  '22:05–22:20',
  'Lugnt 22:05-22:20, 15 min',
  '2026-11-27 trasig lampa',
  'Tåg 123 sent, cirka 200 resenärer',
  'lampa trasig 200 m norr om gången',
  'Pratade med 12 ungdomar, 3 butiker',
  'och 200 till',
  'v. 48, 20 personer på torget',
  '',
])('«%s» is no data on a person', (note) => {
  expect(noteWarnings(note)).toEqual([]);
});
