/** The accessibility statement (tillgänglighetsredogörelse) that lagen (2018:1937) om tillgänglighet till digital offentlig service asks for. */
import { h } from 'preact';
import { htmlDocument } from './html-document.ts';
import { pageStyle } from './page-style.ts';

const TITLE = 'Tillgänglighetsredogörelse';

/** The day on which the statement was last gone through; change it with its text. */
const REVIEWED_ON = '2026-11-25';

const SHORTCOMINGS = [
  'Ingen utomstående har granskat tjänsten, och personer med funktionsnedsättning har inte provat den i en planerad studie.',
  'Kartorna i den inloggade delen går inte att läsa med skärmläsare. Varje karta har en tabell med samma uppgifter och samma åtgärder.',
  'Hot spots ritas på kartan med pekdon. Den som inte kan det skriver in koordinater i stället.',
  'PDF-filerna görs av webbläsarens utskrift och är inte granskade. Webbsidan är det som gäller och har samma innehåll.',
];

export function accessibilityPage(): string {
  return htmlDocument({
    title: TITLE,
    description: 'Hur tillgänglig Fotspår och det som publiceras ur tjänsten är.',
    css: pageStyle(TITLE),
    body: h('div', { class: 'sheet' }, h('main', null, h('h1', null, TITLE), statement())),
  });
}

function statement() {
  return [
    h(
      'p',
      null,
      'Den här redogörelsen gäller Fotspår: sidorna om medborgarlöften som alla kan läsa, och den inloggade tjänsten för polis och kommun. Tjänsten ska följa lagen (2018:1937) om tillgänglighet till digital offentlig service.',
    ),
    h('h2', null, 'Hur tillgänglig tjänsten är'),
    h(
      'p',
      null,
      'Vi bedömer att de publicerade sidorna följer WCAG 2.1 på nivå AA. Den inloggade tjänsten följer den delvis, se bristerna nedan.',
    ),
    h('h2', null, 'Kända brister'),
    h(
      'ul',
      null,
      SHORTCOMINGS.map((text) => h('li', null, text)),
    ),
    h('h2', null, 'Så har vi testat'),
    h(
      'p',
      null,
      'Vi har själva prövat tjänsten. Varje ändring prövas automatiskt med axe och html-validate, med tangentbord, i 390 pixlars bredd och i utskrift på A4. Automatiska prov hittar bara en del av alla hinder.',
    ),
    h(
      'p',
      null,
      'Redogörelsen gicks igenom ',
      h('time', { dateTime: REVIEWED_ON }, REVIEWED_ON),
      '.',
    ),
    h('h2', null, 'Hittar du ett hinder?'),
    h(
      'p',
      null,
      'Berätta för lokalpolisområdet eller kommunen som står på sidan, så får du innehållet på annat sätt. Polisen nås på 114 14.',
    ),
    h('h2', null, 'Tillsyn'),
    h(
      'p',
      null,
      'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen. Är du inte nöjd med svaret kan du anmäla det till Digg på www.digg.se.',
    ),
    h('p', null, h('a', { href: '../' }, 'Allt som är publicerat')),
  ];
}
