/** JSON from outside, as values of which nothing is known yet. */
import { BadTrack, type Place } from './bad-track.ts';
import { MOST_BRACKETS, MOST_NESTING } from './track-limits.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Nothing but an object has fields. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** @throws BadTrack */
export function parseJson(text: string, where: Place = null): unknown {
  refuseManyBrackets(text, where);
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new BadTrack(where, { sv: `JSON är trasig: ${why}`, en: `the JSON is broken: ${why}` });
  }
}

const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Empty lists and lists in lists take fifty times the memory of the file. Brackets within texts count too: none has so many. */
function refuseManyBrackets(text: string, where: Place): void {
  let depth = 0;
  let opened = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (CLOSING.has(code)) depth -= 1;
    if (!OPENING.has(code)) continue;
    depth += 1;
    opened += 1;
    if (depth > MOST_NESTING || opened > MOST_BRACKETS) throw new BadTrack(where, TOO_MANY);
  }
}

const TOO_MANY = {
  sv: `JSON har fler än ${MOST_NESTING} parenteser i varandra eller ${MOST_BRACKETS} i allt: det är inget spår`,
  en: `the JSON has more than ${MOST_NESTING} brackets within each other or ${MOST_BRACKETS} in all: it is no track`,
};
