/** The published benchmark, cell by cell: gap to the best known score. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreOf } from '../toptw/check-routes.ts';
import { readToptw } from '../toptw/read-toptw.ts';
import { type BenchSettings, meanOf, medianOf, percent, rowsOf, runSolver } from './bench-tools.ts';

interface Cell {
  readonly family: string;
  readonly name: string;
  readonly gap: number;
}

/** Markdown: mean gap by family and in all, and the worst cell. Throws where routes break a rule of the benchmark. */
export function toptwTable(settings: BenchSettings): string {
  const folder = join(settings.folder, 'toptw');
  const cells = rowsOf(readFileSync(join(folder, 'bks.csv'), 'utf8'))
    .map(({ instance = '', m = '', best_known: best }) => ({ instance, m, best: Number(best) }))
    .filter(({ instance, m }) => settings.only.test(`${instance}-${m}`))
    .map((one) => cellOf(folder, one, settings));
  if (cells.length === 0) return '';
  const families = [...new Set(cells.map(({ family }) => family))];
  const row = (name: string, of: readonly Cell[]) => {
    const worst = of.reduce((a, b) => (b.gap > a.gap ? b : a));
    return `| ${name} | ${of.length} | ${percent(meanOf(of.map(({ gap }) => gap)))} | ${percent(worst.gap)} ${worst.name} |`;
  };
  return [
    `TOPTW, ${settings.timeMs} ms, median of ${settings.seeds} seeds`,
    '',
    '| family | cells | mean gap to best known | worst cell |',
    '|---|--:|--:|--:|',
    ...families.map((family) =>
      row(
        family,
        cells.filter((cell) => cell.family === family),
      ),
    ),
    row('all', cells),
    '',
  ].join('\n');
}

function cellOf(
  folder: string,
  { instance, m, best }: { instance: string; m: string; best: number },
  { seeds, timeMs }: BenchSettings,
): Cell {
  const file = join(folder, `${instance}.txt`);
  const read = readToptw(readFileSync(file, 'utf8'));
  const scores = Array.from({ length: seeds }, (_, index) => {
    const args = [file, '--routes', m, '--time-ms', timeMs, '--seed', index + 1];
    const { score, routes } = runSolver('solve-toptw.ts', args) as {
      score: number;
      routes: number[][];
    };
    if (scoreOf(read, routes) !== score) throw new Error(`${file}: ${score} is not the score`);
    return score;
  });
  const gap = 100 * (1 - medianOf(scores) / best);
  return { family: instance.replace(/\d.*/, ''), name: `${instance}-${m}`, gap };
}
