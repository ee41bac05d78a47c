/** Lists of what has been published: of all municipalities, or of one. */
import { type ComponentChild, h } from 'preact';
import { municipalitySlug, tertialFolder, versionFolder } from '#core/publication/page-address.ts';
import type { PublishedReport } from '#core/publication/tertial-report.ts';
import { htmlDocument } from './html-document.ts';
import { pageStyle } from './page-style.ts';
import { monthsOfTertial, tertialName } from './page-words.ts';

type Listed = Pick<PublishedReport, 'municipality' | 'tertial' | 'version' | 'publishedOn'>;

/** @param reports in any order */
export function allPublishedPage(reports: readonly Listed[]): string {
  const bySlug = groupedBy(reports, ({ municipality }) => municipalitySlug(municipality));
  const sections = [...bySlug].map(([slug, own]) => [
    h('h2', null, own[0]?.municipality.name),
    tertialList(own, `${slug}/`),
  ]);
  return listPage({
    title: 'Medborgarlöften: så har det gått',
    intro: 'Varje tertial redovisas vad som lovades och vad som blev gjort.',
    list: sections.length === 0 ? h('p', null, 'Inget är publicerat ännu.') : sections.flat(),
    accessibility: 'tillganglighet/',
  });
}

/** @param own of one municipality, at least one */
export function municipalityPage(own: readonly Listed[]): string {
  return listPage({
    title: `Medborgarlöften i ${own[0]?.municipality.name}`,
    intro: 'Varje tertial redovisas vad som lovades och vad som blev gjort.',
    list: [tertialList(own, ''), h('p', null, h('a', { href: '../' }, 'Alla kommuner'))],
    accessibility: '../tillganglighet/',
  });
}

interface ListPage {
  readonly title: string;
  readonly intro: string;
  readonly list: ComponentChild | ComponentChild[];
  readonly accessibility: string;
}

function listPage({ title, intro, list, accessibility }: ListPage): string {
  const links = h('p', null, h('a', { href: accessibility }, 'Tillgänglighetsredogörelse'));
  return htmlDocument({
    title,
    description: intro,
    css: pageStyle(title),
    body: h(
      'div',
      { class: 'sheet' },
      h('main', null, h('h1', null, title), h('p', null, intro), list),
      h('footer', null, links),
    ),
  });
}

function tertialList(own: readonly Listed[], folder: string): ComponentChild {
  const byTertial = groupedBy(own, ({ tertial }) => tertial);
  const latestFirst = [...byTertial].sort(([a], [b]) => b.localeCompare(a));
  return h(
    'ul',
    null,
    latestFirst.map(([, versions]) => tertialItem(versions, folder)),
  );
}

function tertialItem(versions: readonly Listed[], folder: string): ComponentChild {
  const [newest, ...older] = versions.toSorted((a, b) => b.version - a.version);
  if (!newest) throw new RangeError('a tertial without a version');
  const { tertial, version, publishedOn } = newest;
  const months = monthsOfTertial(tertial);
  return h(
    'li',
    null,
    h('a', { href: `${folder}${tertialFolder(newest)}/` }, `${tertialName(tertial)} (${months})`),
    `, version ${version}, publicerad ${publishedOn}`,
    older.map((one) => [
      '. ',
      h('a', { href: `${folder}${versionFolder(one)}/` }, `Version ${one.version} av ${months}`),
      `, publicerad ${one.publishedOn}`,
    ]),
  );
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b)));
}
