import { type ConfigData, HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { publishedReport } from '#core/publication/published-report.ts';
import { NO_TEXTS } from '#core/publication/tertial-report.ts';
import { accessibilityPage } from '../../../server/formats/publication/accessibility-page.ts';
import { contentSecurityPolicy } from '../../../server/formats/publication/html-document.ts';
import {
  allPublishedPage,
  municipalityPage,
} from '../../../server/formats/publication/list-page.ts';
import { missingPage } from '../../../server/formats/publication/missing-page.ts';
import { publishedFiles } from '../../../server/formats/publication/published-files.ts';
import { tertialPage } from '../../../server/formats/publication/tertial-page.ts';
import { place, REPORT, WALKS_ID } from '../../core/publication/sample-report.ts';

/** The renderer closes void elements with a slash, which HTML allows. */
const RULES = {
  extends: ['html-validate:recommended'],
  root: true,
  rules: { 'void-style': ['error', { style: 'selfclosing' }] },
} satisfies ConfigData;

const FIRST = { version: 1, publishedOn: '2026-09-20', delayDays: 14, before: null };
const ALONE = { hasPdf: false };
const few = { ...REPORT, places: [...REPORT.places, place('Skolområdet', [34, 20, 3])] };
const first = publishedReport(REPORT, NO_TEXTS, FIRST);
const second = publishedReport(
  few,
  { ...NO_TEXTS, correction: 'Rättat.', opened: [WALKS_ID] },
  {
    ...FIRST,
    version: 2,
    publishedOn: '2026-10-02',
    before: first,
  },
);
const draft = publishedReport(few, NO_TEXTS, { ...FIRST, publishedOn: null });

const PAGES: readonly (readonly [string, string])[] = [
  ['the first version', tertialPage(first, ALONE)],
  ['a correction with a PDF', tertialPage(second, { hasPdf: true })],
  ['a draft', tertialPage(draft, ALONE)],
  ['the list of all', allPublishedPage([first, second])],
  ['the list before anything is published', allPublishedPage([])],
  ['the list of a municipality', municipalityPage([first, second])],
  ['the accessibility statement', accessibilityPage()],
  ['the page for what is not there', missingPage()],
];

describe.each(PAGES)('%s', (_name, html) => {
  it('is valid HTML', async () => {
    const { results } = await new HtmlValidate(RULES).validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('needs no script and asks nobody for anything', () => {
    expect(html).not.toMatch(
      /<script|javascript:| on\w+=|<link|<img|<iframe|url\(|@import|https?:/i,
    );
  });

  it('says which language it is in', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="sv">/);
  });

  it('may show itself in its own style and do nothing else', () => {
    const policy = contentSecurityPolicy(html, "'none'");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'/);
  });
});

describe('what lies beside the page', () => {
  const files = publishedFiles(second, ALONE);
  const text = (name: string) => files.get(name) ?? '';

  it('is the same bytes for the same report', () => {
    expect([...publishedFiles(JSON.parse(JSON.stringify(second)), ALONE)]).toEqual([...files]);
  });

  it('is a line a promise and part, with small counts as on the page', () => {
    expect(text('loften.csv')).toContain('\r\n3;Kommunen ska stödja den som vill lämna');
    expect(text('loften.csv')).toMatch(/erbjudanden om stöd;2026-01-01;2026-12-31;Alla;;<5;/);
    expect(text('loften.csv')).toContain(';Varav kväll;1;1;Hållet;');
  });

  it('is a line a place, the sum last', () => {
    const lines = text('platser.csv').trim().split('\r\n');
    expect(lines.at(-1)).toBe('Alla platser;334;270;215;visas inte;visas inte');
    expect(lines.at(-2)).toBe('Skolområdet;34;20;<5;visas inte;visas inte');
  });

  it('is a point a place, with a number, "<5" or nothing', () => {
    const map = JSON.parse(text('platser.geojson')) as {
      features: { geometry: object; properties: { name: string } }[];
    };
    const school = map.features.find(({ properties }) => properties.name === 'Skolområdet');
    expect(school).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [16.588, 59.058] },
      properties: {
        name: 'Skolområdet',
        promised: 34,
        planned: 20,
        delivered: '<5',
        windowsKept: null,
        windowsAll: null,
      },
    });
  });
});

describe('a text', () => {
  it('of kommunpolis is shown as text, whatever it holds', () => {
    const intro = '<script>alert(1)</script> & "citat"';
    const html = tertialPage({ ...first, intro }, ALONE);
    expect(html).toContain('&lt;script>alert(1)&lt;/script> &amp; ');
  });

  it('of a municipality cannot end the style it stands in', () => {
    const municipality = { code: '0482', name: 'Flen</style><script>"' };
    const html = tertialPage({ ...first, municipality }, ALONE);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });
});
