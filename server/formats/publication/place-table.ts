/** Foot patrol place by place: promised, planned, delivered, and the windows that were kept. */
import { type ComponentChild, h } from 'preact';
import { FEWEST_FOR_PERCENTAGE } from '#core/evaluation/fewest-for-percentage.ts';
import { isShown, type ShownCount } from '#core/publication/shown-count.ts';
import type { PublishedDoses, PublishedPlace } from '#core/publication/tertial-report.ts';
import { numeral } from './page-words.ts';
import { barOf, shownFigure } from './shown-figure.ts';

/** With soft hyphens: a narrow screen has room for half a word. */
const COLUMNS = ['Lovade', 'Plane\u00ADrade', 'Genom\u00ADförda', 'Tids\u00ADfönster hållna'];

export function placeTable(
  places: readonly PublishedPlace[],
  totals: PublishedDoses,
): ComponentChild {
  return h(
    'table',
    { class: 'places' },
    h('caption', null, 'Antal doser under tertialet.'),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, 'Plats'),
        COLUMNS.map((name) => h('th', { scope: 'col', class: 'figure' }, name)),
      ),
    ),
    h(
      'tbody',
      null,
      places.map((place) => line(place.name, place)),
    ),
    h('tfoot', null, line('Alla platser', totals)),
  );
}

function line(
  name: string,
  { promised, planned, delivered, windows }: PublishedDoses,
): ComponentChild {
  return h(
    'tr',
    null,
    h('th', { scope: 'row' }, name),
    h('td', { class: 'figure' }, shownFigure(promised)),
    h('td', { class: 'figure' }, shownFigure(planned)),
    h('td', { class: 'figure outcome' }, shownFigure(delivered), barOf(delivered, promised)),
    h('td', { class: 'figure' }, windowsKept(windows.kept, windows.all)),
  );
}

/** A share of few says more than is known: a count beside its whole, and the share only of many. */
function windowsKept(kept: ShownCount, all: ShownCount): (ComponentChild | string)[] {
  if (!isShown(all)) return [shownFigure(all)];
  if (all.count === 0) return ['–'];
  const isMany = isShown(kept) && all.count >= FEWEST_FOR_PERCENTAGE;
  const share = isMany ? ` (${Math.round((kept.count / all.count) * 100)} %)` : '';
  return [
    shownFigure(kept),
    ` av ${numeral(all.count)}`,
    h('span', { class: 'unit' }, share.trim()),
  ];
}
