/** What a new version changes, told from what was published: figures that were hidden stay hidden here too. */

import { type ShownCount, sameCount } from './shown-count.ts';
import type { PublishedPlace, PublishedPromise, PublishedReport } from './tertial-report.ts';

export const DIFFERENT_FIGURES = [
  'outcome',
  'outcome-evening',
  'target',
  'target-evening',
  'promised',
  'planned',
  'delivered',
  'windows-kept',
  'windows-all',
] as const;
export type DifferentFigure = (typeof DIFFERENT_FIGURES)[number];

/** A line of the table of promises by its number, or of places by its name; `sum` is the last line of the places. */
export type DifferentLine =
  | { readonly table: 'promises'; readonly number: number }
  | { readonly table: 'places'; readonly name: string }
  | { readonly table: 'sum' };

export type ReportDifference = DifferentLine &
  (
    | { readonly kind: 'added' | 'gone' | 'words' | 'standing' }
    | {
        readonly kind: 'figure';
        readonly figure: DifferentFigure;
        readonly before: ShownCount | null;
        readonly after: ShownCount | null;
      }
  );

type Figures = Readonly<Partial<Record<DifferentFigure, ShownCount | null>>>;

interface Line {
  readonly key: string;
  readonly line: DifferentLine;
  readonly figures: Figures;
  /** What is said of it in words. */
  readonly words: string;
  readonly standing: string;
}

export function reportDifferences(
  before: PublishedReport,
  after: PublishedReport,
): ReportDifference[] {
  const old = new Map(linesOf(before).map((line) => [line.key, line]));
  const now = linesOf(after);
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap((line) => lineDifferences(old.get(line.key), line)),
    ...[...old.values()]
      .filter(({ key }) => !kept.has(key))
      .map(({ line }) => ({ ...line, kind: 'gone' as const })),
  ];
}

function lineDifferences(before: Line | undefined, after: Line): ReportDifference[] {
  const { line } = after;
  if (!before) return [{ ...line, kind: 'added' }];
  const differences: ReportDifference[] = DIFFERENT_FIGURES.flatMap((figure) => {
    const [was = null, is = null] = [before.figures[figure], after.figures[figure]];
    const isSame = was && is ? sameCount(was, is) : was === is;
    return isSame ? [] : [{ ...line, kind: 'figure' as const, figure, before: was, after: is }];
  });
  if (before.standing !== after.standing) differences.push({ ...line, kind: 'standing' });
  if (before.words !== after.words) differences.push({ ...line, kind: 'words' });
  return differences;
}

function linesOf({ promises, places, totals }: PublishedReport): Line[] {
  const sum = { table: 'sum' } as const;
  return [
    ...promises.map(promiseLine),
    ...places.map(placeLine),
    { key: 'sum', line: sum, figures: doseFigures(totals), words: '', standing: '' },
  ];
}

function promiseLine(promise: PublishedPromise): Line {
  const { number, sentence, text, standing, owner, measure, from, to } = promise;
  const [whole, evening] = ['whole', 'evening'].map((kind) =>
    promise.parts.find((part) => part.kind === kind),
  );
  return {
    key: `promise ${number}`,
    line: { table: 'promises', number },
    figures: {
      outcome: whole?.outcome ?? null,
      'outcome-evening': evening?.outcome ?? null,
      target: targetOf(whole?.target),
      'target-evening': targetOf(evening?.target),
    },
    words: JSON.stringify([sentence, text, owner, measure, from, to]),
    standing: JSON.stringify(standing),
  };
}

const targetOf = (target: number | null | undefined): ShownCount | null =>
  typeof target === 'number' ? { kind: 'count', count: target } : null;

const placeLine = (place: PublishedPlace): Line => ({
  key: `place ${place.name}`,
  line: { table: 'places', name: place.name },
  figures: doseFigures(place),
  words: '',
  standing: '',
});

function doseFigures({
  promised,
  planned,
  delivered,
  windows,
}: Omit<PublishedPlace, 'name' | 'lonLat'>): Figures {
  const { kept, all } = windows;
  return { promised, planned, delivered, 'windows-kept': kept, 'windows-all': all };
}
