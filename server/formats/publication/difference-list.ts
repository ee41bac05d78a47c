/** What this version changes, line by line. */
import { type ComponentChild, h } from 'preact';
import type { ReportDifference } from '#core/publication/report-differences.ts';
import { FIGURES } from './page-words.ts';
import { plainFigure } from './shown-figure.ts';

export function differenceList(differences: readonly ReportDifference[]): ComponentChild {
  if (differences.length === 0)
    return h('p', null, 'Inga siffror eller texter om löftena är ändrade.');
  return h(
    'ul',
    null,
    differences.map((difference) => h('li', null, differenceWords(difference))),
  );
}

const CHANGES = {
  added: ' har kommit till.',
  gone: ' har tagits bort.',
  words: ': texten är ändrad.',
  standing: ': läget är ändrat.',
};

function differenceWords(difference: ReportDifference): string {
  const name = lineName(difference);
  if (difference.kind !== 'figure') return `${name}${CHANGES[difference.kind]}`;
  const { figure, before, after } = difference;
  return `${name}, ${FIGURES[figure]}: ${plainFigure(before)} → ${plainFigure(after)}.`;
}

function lineName(line: ReportDifference): string {
  if (line.table === 'promises') return `Löfte ${line.number}`;
  return line.table === 'places' ? line.name : 'Alla platser';
}
