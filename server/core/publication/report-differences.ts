/** What a new version changes, told from what was published: figures that were hidden stay hidden here too. */
import {
  REPORT_FIGURES,
  type ReportFigure,
  type ReportLine,
  type ReportLineName,
  reportLines,
} from './report-lines.ts';
import { type ShownCount, sameCount } from './shown-count.ts';
import type { PublishedReport } from './tertial-report.ts';

export type ReportDifference = ReportLineName &
  (
    | { readonly kind: 'added' | 'gone' | 'words' | 'standing' }
    | {
        readonly kind: 'figure';
        readonly figure: ReportFigure;
        readonly before: ShownCount | null;
        readonly after: ShownCount | null;
      }
  );

export function reportDifferences(
  before: PublishedReport,
  after: PublishedReport,
): ReportDifference[] {
  const old = new Map(reportLines(before).map((line) => [line.key, line]));
  const now = reportLines(after);
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap((line) => lineDifferences(old.get(line.key), line)),
    ...[...old.values()]
      .filter(({ key }) => !kept.has(key))
      .map(({ line }) => ({ ...line, kind: 'gone' as const })),
  ];
}

function lineDifferences(before: ReportLine | undefined, after: ReportLine): ReportDifference[] {
  const { line } = after;
  if (!before) return [{ ...line, kind: 'added' }];
  const differences: ReportDifference[] = REPORT_FIGURES.flatMap((figure) => {
    const [was = null, is = null] = [before.figures[figure], after.figures[figure]];
    const isSame = was && is ? sameCount(was, is) : was === is;
    return isSame ? [] : [{ ...line, kind: 'figure' as const, figure, before: was, after: is }];
  });
  if (before.standing !== after.standing) differences.push({ ...line, kind: 'standing' });
  if (before.words !== after.words) differences.push({ ...line, kind: 'words' });
  return differences;
}
