/**
 * Free text is where data on persons leaks in. These patterns warn before a note is saved; they do not judge, and the writer may
 * confirm that it is none. Shapes only, no check digits: a mistyped identity number identifies all the same.
 */

export type NoteWarning = 'identity-number' | 'phone' | 'registration' | 'e-mail';

const MONTH = '(?:0[1-9]|1[0-2])';
/** A coordination number (samordningsnummer) adds 60 to the day of birth. */
const DAY = '(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])';
/** Swedish plates use neither I, Q, V nor Å, Ä, Ö (Transportstyrelsen). */
const PLATE_LETTER = '[A-HJ-PR-UW-Z]';

const PATTERNS: readonly (readonly [NoteWarning, RegExp])[] = [
  [
    'identity-number',
    new RegExp(`(?<!\\d)(?:\\d{2})?\\d{2}${MONTH}${DAY}[-+ ]?[\\dTt]\\d{3}(?!\\d)`),
  ],
  ['phone', /(?<![\d-])(?:(?:\+|00)46[ -]?(?:\(0\))?|0)[1-9](?:[ -]{0,3}\d){6,9}(?![\d:])/],
  [
    'registration',
    new RegExp(`(?<![A-ZÅÄÖ])${PLATE_LETTER}{3} ?\\d{2}(?:\\d|${PLATE_LETTER})(?![A-ZÅÄÖ\\d])`),
  ],
  ['registration', /(?<![a-zåäö])[a-hj-pr-uw-z]{3}\d{2}[a-hj-pr-uw-z\d](?![a-zåäö\d])/i],
  ['e-mail', /[\w.+-]+@[\w-]+\.\w{2,}/],
];

/**
 * What a note seems to hold that it should not.
 * @example noteWarnings('Bil ABC 123 vid gången') // ['registration']
 */
export function noteWarnings(note: string): NoteWarning[] {
  const found = PATTERNS.filter(([, pattern]) => pattern.test(note)).map(([warning]) => warning);
  return [...new Set(found)];
}

export const looksPersonal = (note: string): boolean => noteWarnings(note).length > 0;
