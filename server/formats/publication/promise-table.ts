/** One line a promise, target beside outcome, and what kommunpolis says of it below. */
import { type ComponentChild, h } from 'preact';
import type { LocalDate } from '#core/model.ts';
import type {
  PublishedPart,
  PublishedPromise,
  PublishedStanding,
} from '#core/publication/tertial-report.ts';
import { numeral, OWNERS, standingWords } from './page-words.ts';
import { paragraphs } from './paragraphs.ts';
import { barOf, shownFigure } from './shown-figure.ts';

export function promiseTable(promises: readonly PublishedPromise[]): ComponentChild {
  return h(
    'table',
    { class: 'promises' },
    h('caption', null, 'Utfallet gäller från löftets början till och med tertialets sista dag.'),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, 'Löfte'),
        h('th', { scope: 'col', class: 'figure' }, 'Mål'),
        h('th', { scope: 'col', class: 'figure' }, 'Utfall'),
        h('th', { scope: 'col' }, 'Läge'),
      ),
    ),
    promises.map(promiseRows),
  );
}

function promiseRows(promise: PublishedPromise): ComponentChild {
  const { number, sentence, owner, measure, parts, standing, text, to } = promise;
  const line = h(
    'tr',
    null,
    h(
      'th',
      { scope: 'row' },
      h('span', { class: 'number' }, String(number)),
      sentence,
      h('span', { class: 'who' }, `${OWNERS[owner]} · räknas i ${measure} · till `, date(to)),
    ),
    h('td', { class: 'figure' }, parts.map(targetOf)),
    h('td', { class: 'figure outcome' }, parts.map(outcomeOf), barOfWhole(parts)),
    h('td', null, standingWords(standing), standingDate(standing)),
  );
  const said =
    text === '' ? null : h('tr', { class: 'said' }, h('td', { colSpan: 4 }, paragraphs(text)));
  return h('tbody', null, line, said);
}

/** Never broken over two lines. */
const date = (day: LocalDate) => h('span', { class: 'date' }, day);

const standingDate = (standing: PublishedStanding) => 'on' in standing && [' ', date(standing.on)];

const targetOf = ({ kind, target }: PublishedPart) =>
  withPart(kind, target === null ? 'inget' : numeral(target));

const outcomeOf = ({ kind, outcome }: PublishedPart) => withPart(kind, shownFigure(outcome));

const withPart = (kind: PublishedPart['kind'], figure: ComponentChild | string) =>
  kind === 'whole' ? figure : h('span', { class: 'part' }, 'kväll ', figure);

function barOfWhole(parts: readonly PublishedPart[]): ComponentChild | null {
  const [whole] = parts;
  if (!whole || whole.target === null) return null;
  return barOf(whole.outcome, { kind: 'count', count: whole.target });
}
