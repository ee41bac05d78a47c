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

function differenceWords(difference: ReportDifference): string {
  const name = lineName(difference);
  switch (difference.kind) {
    case 'added':
      return `${name} har kommit till.`;
    case 'gone':
      return `${name} har tagits bort.`;
    case 'words':
      return `${name}: texten är ändrad.`;
    case 'standing':
      return `${name}: läget är ändrat.`;
    case 'figure': {
      const { figure, before, after } = difference;
      return `${name}, ${FIGURES[figure]}: ${plainFigure(before)} → ${plainFigure(after)}.`;
    }
  }
}

function lineName(line: ReportDifference): string {
  if (line.table === 'promises') return `Löfte ${line.number}`;
  return line.table === 'places' ? line.name : 'Alla platser';
}
