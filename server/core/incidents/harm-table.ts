/** Categories of incidents with their weights. A version never changes: another weight is another version. */

export interface HarmCategory {
  /** Kept with each incident, whatever the category is called. */
  readonly code: string;
  readonly name: string;
  /** Days of harm; Swedish CHI means the average sentence imposed. Crimes without prison must have a weight too. */
  readonly weight: number;
  /** What a file may call it: a text that holds one of these words is of this category. */
  readonly words: readonly string[];
}

export interface HarmTable {
  /** 1, 2, 3 …: printed on every report. */
  readonly version: number;
  readonly name: string;
  readonly categories: readonly HarmCategory[];
}

/** What no word of any category is found in. Every table has it. */
export const OTHER = 'other';

/** Case and accents of the file's own making tell nothing. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** The category that a file's text means: the one so called, else the first with a word that the text holds, else other. */
export function categoryFinder({ categories }: HarmTable): (text: string) => string {
  const names = new Map(categories.map(({ name, code }) => [folded(name), code]));
  const words = categories.flatMap(({ code, words: of }) => of.map((word) => [folded(word), code]));
  const found = new Map<string, string>();
  return (text) => {
    const known = found.get(text);
    if (known !== undefined) return known;
    const plain = folded(text);
    const byWord = words.find(([word = '']) => plain.includes(word));
    const code = names.get(plain) ?? byWord?.[1] ?? OTHER;
    if (found.size < MOST_TEXTS) found.set(text, code);
    return code;
  };
}

const MOST_TEXTS = 10_000;

/** The weight of a category; of one that the version does not know, that of `other`. */
export function weightFinder({ categories }: HarmTable): (code: string) => number {
  const weights = new Map(categories.map(({ code, weight }) => [code, weight]));
  const other = weights.get(OTHER) ?? 1;
  return (code) => weights.get(code) ?? other;
}
