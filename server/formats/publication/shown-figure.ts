/** A count on the page, and a bar for a count beside what was promised. */
import { type ComponentChild, h } from 'preact';
import { isShown, type ShownCount } from '#core/publication/shown-count.ts';
import { countWords, NOT_SHOWN, numeral } from './page-words.ts';

/** A dash is not read out, and its meaning would not be seen: each gets its own. */
export function shownFigure(shown: ShownCount): ComponentChild | string {
  if (isShown(shown)) return numeral(shown.count);
  if (shown.kind === 'few') return h('span', null, hidden('<5'), heard('färre än fem'));
  return h('span', null, hidden('–'), heard(NOT_SHOWN));
}

const hidden = (text: string) => h('span', { 'aria-hidden': 'true' }, text);
const heard = (text: string) => h('span', { class: 'hear' }, text);

/** How far a count has come towards another; nothing where either is hidden or there is nothing to reach. */
export function barOf(outcome: ShownCount, target: ShownCount | null): ComponentChild | null {
  if (target === null || !isShown(outcome) || !isShown(target) || target.count === 0) return null;
  const share = Math.min(1, outcome.count / target.count);
  const size = { height: 6, y: 0, x: 0 };
  return h(
    'svg',
    { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('rect', { ...size, width: 100 }),
    h('rect', { ...size, class: 'done', width: Math.round(share * 1000) / 10 }),
  );
}

/** A figure as text where no markup is wanted. */
export const plainFigure = (shown: ShownCount | null): string =>
  shown === null ? '–' : countWords(shown);
