/** What is published as lines with a name and figures: to compare two versions, and to list what is hidden. */
import type { ShownCount } from './shown-count.ts';
import type { PublishedPlace, PublishedPromise, PublishedReport } from './tertial-report.ts';

export const REPORT_FIGURES = [
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
export type ReportFigure = (typeof REPORT_FIGURES)[number];

/** A line of the table of promises by its number, or of places by its name; `sum` is the last line of the places. */
export type ReportLineName =
  | { readonly table: 'promises'; readonly number: number }
  | { readonly table: 'places'; readonly name: string }
  | { readonly table: 'sum' };

export type LineFigures = Readonly<Partial<Record<ReportFigure, ShownCount | null>>>;

export interface ReportLine {
  readonly key: string;
  readonly line: ReportLineName;
  readonly figures: LineFigures;
  /** What is said of it in words. */
  readonly words: string;
  readonly standing: string;
}

export function reportLines({ promises, places, totals }: PublishedReport): ReportLine[] {
  const sum = { table: 'sum' } as const;
  return [
    ...promises.map(promiseLine),
    ...places.map(placeLine),
    { key: 'sum', line: sum, figures: doseFigures(totals), words: '', standing: '' },
  ];
}

function promiseLine(promise: PublishedPromise): ReportLine {
  const { number, sentence, text, standing, owner, measure, from, to } = promise;
  const [whole, evening] = ['whole', 'evening'].map((kind) =>
    promise.parts.find((part) => part.kind === kind),
  );
  return {
    key: `promise ${from} ${number}`,
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

const placeLine = (place: PublishedPlace): ReportLine => ({
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
}: Omit<PublishedPlace, 'name' | 'lonLat'>): LineFigures {
  const { kept, all } = windows;
  return { promised, planned, delivered, 'windows-kept': kept, 'windows-all': all };
}

export interface HiddenFigure {
  readonly line: ReportLineName;
  readonly figure: ReportFigure;
  /** `few`: the count is small; `withheld`: a small one could be computed from it. */
  readonly why: 'few' | 'withheld';
}

export function hiddenFigures(report: PublishedReport): HiddenFigure[] {
  return reportLines(report).flatMap(({ line, figures }) =>
    REPORT_FIGURES.flatMap((figure) => {
      const kind = figures[figure]?.kind ?? 'count';
      return kind === 'count' ? [] : [{ line, figure, why: kind }];
    }),
  );
}
