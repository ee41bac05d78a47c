/** The tertial page as HTML: what everybody reads, and what kommunpolis sees as a draft. */
import { type ComponentChild, h } from 'preact';
import type { PublishedReport } from '#core/publication/tertial-report.ts';
import { differenceList } from './difference-list.ts';
import { FILES } from './file-names.ts';
import { htmlDocument } from './html-document.ts';
import { pageStyle } from './page-style.ts';
import { monthsOfTertial, tertialName, unknownWords } from './page-words.ts';
import { paragraphs } from './paragraphs.ts';
import { placeTable } from './place-table.ts';
import { promiseTable } from './promise-table.ts';

export interface PageSurroundings {
  /** A PDF lies beside the page. */
  readonly hasPdf: boolean;
}

/** The same report gives the same bytes. */
export function tertialPage(report: PublishedReport, surroundings: PageSurroundings): string {
  const { municipality, tertial, version } = report;
  const name = `Medborgarlöfte ${municipality.name}`;
  return htmlDocument({
    title: `${name}, ${monthsOfTertial(tertial)}`,
    description: `Vad som lovades och vad som blev gjort i ${municipality.name}, ${monthsOfTertial(tertial)}.`,
    css: pageStyle(`${name} · ${tertialName(tertial)} · version ${version}`),
    body: [
      h('a', { class: 'skip', href: '#innehall' }, 'Hoppa till innehållet'),
      h('div', { class: 'sheet' }, heading(report), content(report, surroundings), foot(report)),
    ],
  });
}

function heading({
  municipality,
  tertial,
  version,
  from,
  to,
  publishedOn,
  countedTo,
}: PublishedReport) {
  const made =
    publishedOn === null ? `räknat till och med ${countedTo}` : `publicerad ${publishedOn}`;
  return h(
    'header',
    null,
    publishedOn === null && h('p', { class: 'draft' }, 'Utkast – inte publicerat'),
    h('p', { class: 'kicker' }, `Medborgarlöfte · ${municipality.name}`),
    h('h1', null, `Så gick det ${monthsOfTertial(tertial)}`),
    h(
      'p',
      { class: 'facts' },
      `${tertialName(tertial)} · ${from} till ${to} · version ${version} · ${made}`,
    ),
  );
}

function content(report: PublishedReport, surroundings: PageSurroundings): ComponentChild {
  const { correction, version, intro, promises, places, totals, unknowns, differences } = report;
  return h(
    'main',
    { id: 'innehall' },
    correction !== '' &&
      h(
        'div',
        { class: 'reason' },
        h('p', null, h('strong', null, `Rättad i version ${version}. `), correction),
      ),
    paragraphs(intro),
    h('h2', null, 'Löftena'),
    promiseTable(promises),
    h('h2', null, 'Fotpatrull plats för plats'),
    h(
      'p',
      null,
      'En dos är ett besök till fots på minst 10 minuter (15-minutersmetoden). Lovade doser kommer av de tidsfönster som är satta för platsen.',
    ),
    placeTable(places, totals),
    h('h2', null, 'Det här kan siffrorna inte svara på'),
    h(
      'ul',
      null,
      unknowns.map((unknown) => h('li', null, unknownWords(unknown))),
    ),
    differences && [
      h('h2', null, `Ändrat sedan version ${version - 1}`),
      differenceList(differences),
    ],
    h('h2', null, 'Så läser du siffrorna'),
    readingNotes(report),
    downloads(report, surroundings),
  );
}

function readingNotes({ delayDays, definitions, harmTable }: PublishedReport): ComponentChild {
  const versions = harmTable
    ? `Siffrorna följer definitionerna i version ${definitions} och skadetabellen i version ${harmTable}.`
    : `Siffrorna följer definitionerna i version ${definitions}.`;
  const notes = [
    'Antal från ett till fyra skrivs ”<5”, så att ingen ska kunna kännas igen. Ett streck står för ett tal som inte visas, därför att ett litet antal annars skulle gå att räkna ut.',
    'Andelar i procent visas bara där underlaget är minst 50.',
    `Sidan säger inget om klockslag, om vilka poliser som var på plats eller om vad som planeras. Den publiceras tidigast ${delayDays} dygn efter tertialets slut.`,
    versions,
  ];
  return h(
    'ul',
    null,
    notes.map((note) => h('li', null, note)),
  );
}

function downloads({ publishedOn }: PublishedReport, { hasPdf }: PageSurroundings): ComponentChild {
  const link = (file: string, text: string) =>
    h('li', null, publishedOn === null ? text : h('a', { href: file }, text));
  return h(
    'div',
    { class: 'screen' },
    h('h2', null, 'Ladda ner'),
    h(
      'ul',
      { class: 'downloads' },
      link(FILES.promises, 'Löftena (CSV)'),
      link(FILES.places, 'Platserna (CSV)'),
      link(FILES.map, 'Platserna på karta (GeoJSON)'),
      hasPdf && link(FILES.pdf, 'Sidan som PDF'),
    ),
    !hasPdf &&
      h(
        'p',
        { class: 'small' },
        'Vill du ha sidan på papper eller som PDF: skriv ut den från webbläsaren.',
      ),
  );
}

function foot({ publishedOn, tertial }: PublishedReport): ComponentChild {
  const signed =
    publishedOn === null
      ? 'Utkastet signeras av kommunpolis och lokalpolisområdeschef innan det publiceras.'
      : `Signerad av kommunpolis och lokalpolisområdeschef och publicerad ${publishedOn}. Sidan ändras inte; en rättelse blir en ny version.`;
  const links = [
    [`../${tertial.toLowerCase()}/`, 'Den senaste versionen av det här tertialet'],
    ['../../', 'Allt som är publicerat'],
    ['../../tillganglighet/', 'Tillgänglighetsredogörelse'],
  ] as const;
  return h(
    'footer',
    null,
    h('p', null, signed),
    publishedOn !== null &&
      h(
        'ul',
        { class: 'downloads screen' },
        links.map(([href, text]) => h('li', null, h('a', { href }, text))),
      ),
  );
}
