/** For an address below the published pages where nothing is. */
import { h } from 'preact';
import { htmlDocument } from './html-document.ts';
import { pageStyle } from './page-style.ts';

const TITLE = 'Sidan finns inte';

export const missingPage = (): string =>
  htmlDocument({
    title: TITLE,
    description: 'Här är inget publicerat.',
    css: pageStyle(TITLE),
    body: h(
      'div',
      { class: 'sheet' },
      h(
        'main',
        null,
        h('h1', null, TITLE),
        h('p', null, 'Här är inget publicerat. Adressen kan vara felskriven.'),
        h('p', null, h('a', { href: '/publicerat/' }, 'Allt som är publicerat')),
      ),
    ),
  });
