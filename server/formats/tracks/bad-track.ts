import type { Said } from '#contract/problem.ts';

/** A place in a file in the words of its format, null where the file as a whole is meant. */
export type Place = Said | null;

export const atLine = (number: number): Said => ({ sv: `rad ${number}`, en: `line ${number}` });

/** @param pointer JSON pointer */
export const atPointer = (pointer: string): Said => ({ sv: pointer, en: pointer });

/** A track that cannot be read. Says what is wrong and where, on one line; the message is the English. */
export class BadTrack extends Error {
  readonly said: Said;

  constructor(where: Place, what: Said) {
    const told = (language: keyof Said) =>
      (where ? `${where[language]}: ${what[language]}` : what[language])
        .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
        .trim();
    const said = { sv: told('sv'), en: told('en') };
    super(said.en);
    this.said = said;
  }
}

/** What was found instead, short enough for one line. */
export const quoted = (value: unknown): string => JSON.stringify(value)?.slice(0, 40) ?? '–';
