import { tracksEn } from './en/tracks.ts';
import { words } from './language.ts';
import { tracksSv } from './sv/tracks.ts';

export const tracksText = words(tracksSv, tracksEn);
