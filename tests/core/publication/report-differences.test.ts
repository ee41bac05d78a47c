import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedReport } from '#core/publication/published-report.ts';
import { reportDifferences } from '#core/publication/report-differences.ts';
import {
  NO_TEXTS,
  type ReportTexts,
  type TertialReport,
} from '#core/publication/tertial-report.ts';
import { DOSES, place, REPORT, SUPPORT, WALKS } from './sample-report.ts';

const FIRST = { version: 1, publishedOn: '2026-09-20', delayDays: 14, before: null };
const publish = (report: TertialReport = REPORT, texts: ReportTexts = NO_TEXTS) =>
  publishedReport(report, texts, FIRST);
const changesTo = (report: TertialReport, texts?: ReportTexts) =>
  reportDifferences(publish(), publish(report, texts));

describe('differences to the version before', () => {
  it('are none where nothing has changed', () => {
    expect(changesTo(REPORT)).toEqual([]);
  });

  it('give a number before and after', () => {
    const [first, ...rest] = REPORT.places;
    const places = [{ ...first!, delivered: 94 }, ...rest];
    const line = { kind: 'figure', figure: 'delivered' };
    expect(changesTo({ ...REPORT, places })).toEqual([
      { ...line, table: 'places', name: 'Centrum', before: count(90), after: count(94) },
      { ...line, table: 'sum', before: count(212), after: count(216) },
    ]);
  });

  it('do not tell a count that is hidden', () => {
    const promises = [{ ...SUPPORT, parts: [{ ...SUPPORT.parts[0]!, soFar: 4 }] }, DOSES, WALKS];
    expect(changesTo({ ...REPORT, promises })).toEqual([]);
  });

  it('say that a line has come, and that one has gone', () => {
    const places = [...REPORT.places.slice(1), place('Gångtunneln', [60, 40, 33])];
    const kinds = changesTo({ ...REPORT, places }).filter(({ kind }) => kind !== 'figure');
    expect(kinds).toEqual([
      { table: 'places', name: 'Gångtunneln', kind: 'added' },
      { table: 'places', name: 'Centrum', kind: 'gone' },
    ]);
  });

  it('say that a text is another', () => {
    const byPromise = { [WALKS.id]: 'Ny text.' };
    expect(changesTo(REPORT, { ...NO_TEXTS, byPromise })).toEqual([
      { table: 'promises', number: 7, kind: 'words' },
    ]);
  });
});

const count = (value: number) => ({ kind: 'count', count: value });

const reports = fc
  .array(fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D'), doses: fc.nat(60) }), {
    maxLength: 4,
  })
  .map((rows) => new Map(rows.map(({ name, doses }) => [name, doses])))
  .map((rows) => ({
    ...REPORT,
    places: [...rows].map(([name, doses]) => place(name, [doses, doses, doses])),
  }));

describe('between any two versions', () => {
  it('each line of either is the same, changed, added or gone', () => {
    fc.assert(
      fc.property(reports, reports, (one, other) => {
        const [before, after] = [publish(one), publish(other)];
        const found = reportDifferences(before, after);
        const named = (kind: string) =>
          found.flatMap((it) => (it.table === 'places' && it.kind === kind ? [it.name] : []));
        const names = (of: typeof before) => of.places.map(({ name }) => name);
        expect(named('added')).toEqual(names(after).filter((it) => !names(before).includes(it)));
        expect(named('gone')).toEqual(names(before).filter((it) => !names(after).includes(it)));
      }),
    );
  });

  it('what is told as "after" is what the new version shows', () => {
    fc.assert(
      fc.property(reports, reports, (one, other) => {
        const after = publish(other);
        for (const it of reportDifferences(publish(one), after)) {
          if (it.kind !== 'figure' || it.table !== 'places' || it.figure !== 'delivered') continue;
          expect(it.after).toEqual(after.places.find(({ name }) => name === it.name)?.delivered);
        }
      }),
    );
  });
});
