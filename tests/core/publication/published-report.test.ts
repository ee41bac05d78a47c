import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edition, mayBeOpened, publishedReport } from '#core/publication/published-report.ts';
import { FEWEST_SHOWN, isFew, type ShownCount } from '#core/publication/shown-count.ts';
import {
  NO_TEXTS,
  type PublishedReport,
  type TertialReport,
} from '#core/publication/tertial-report.ts';
import {
  DOSES,
  DOSES_ID,
  place,
  REPORT,
  SUPPORT,
  SUPPORT_ID,
  WALKS,
  WALKS_ID,
} from './sample-report.ts';

const FIRST: Edition = { version: 1, publishedOn: null, delayDays: 14, before: null };
const publish = (report = REPORT, texts = NO_TEXTS) => publishedReport(report, texts, FIRST);

describe('what is published of a tertial', () => {
  it('has a line a promise in the order of the promises, each with its text', () => {
    const byPromise = { [WALKS_ID]: 'Två vandringar.' };
    const { promises } = publish(REPORT, { ...NO_TEXTS, byPromise });
    expect(promises.map(({ number, text }) => [number, text])).toEqual([
      [3, ''],
      [6, ''],
      [7, 'Två vandringar.'],
    ]);
  });

  it('opens walks and activities when asked, and nothing that the police or support do', () => {
    const { promises } = publish(REPORT, { ...NO_TEXTS, opened: [WALKS_ID, SUPPORT_ID] });
    expect(promises.find(({ id }) => id === WALKS_ID)?.parts[0]?.outcome.kind).toBe('count');
    expect(promises.find(({ id }) => id === SUPPORT_ID)?.parts[0]?.outcome.kind).toBe('few');
    expect([WALKS, DOSES, SUPPORT].map(mayBeOpened)).toEqual([true, false, false]);
  });

  it('leaves out the promise of doses where it would tell a sum that is withheld', () => {
    const report = { ...REPORT, places: [place('Centrum', [9, 9, 4])] };
    const doses = publish(report).promises.find(({ id }) => id === DOSES_ID);
    expect(doses?.parts[0]?.outcome).toEqual({ kind: 'withheld' });
  });

  it('leaves out a promise of doses in some places only, where one of the places is hidden', () => {
    const doses = (places: TertialReport['places']) =>
      publish({ ...REPORT, places, partSums: [DOSES_ID] }).promises[1]?.parts[0]?.outcome.kind;
    expect(doses(REPORT.places)).toBe('count');
    expect(doses([...REPORT.places, place('Parken', [9, 9, 4])])).toBe('withheld');
  });

  it('says of a hidden count in a draft that it goes on until its last day has been counted', () => {
    const line = { ...SUPPORT, to: REPORT.to, parts: [{ ...SUPPORT.parts[0]!, target: 10 }] };
    const standing = (countedTo: string) =>
      publish({ ...REPORT, countedTo, promises: [line] }).promises[0]?.standing.kind;
    expect(standing('2026-08-30')).toBe('not-reached');
    expect(standing(REPORT.to)).toBe('not-kept');
  });

  it('says about where a place is, not where its border runs', () => {
    expect(publish().places[0]?.lonLat).toEqual([16.588, 59.058]);
  });

  it('says what cannot be known, and how much it would take', () => {
    expect(publish().unknowns).toContainEqual({ code: 'effect', incidentsNeeded: 220 });
  });

  it('shows windows where doses are shown, and their sum where every one is', () => {
    expect(publish().totals.windows).toEqual({
      kept: { kind: 'count', count: 180 },
      all: { kind: 'count', count: 240 },
    });
    const { places, totals } = publish({
      ...REPORT,
      places: [place('Centrum', [120, 100, 90]), place('Parken', [60, 40, 3])],
    });
    expect(places.map(({ windows }) => windows.kept.kind)).toEqual(['withheld', 'withheld']);
    expect(totals.windows.all.kind).toBe('withheld');
  });
});

const figure = fc.oneof(fc.nat(9), fc.nat(200));
const places = fc
  .array(fc.tuple(figure, figure, figure, figure, figure), { maxLength: 12 })
  .map((rows) =>
    rows.map(([promised, planned, delivered, all, kept], row) => ({
      ...place(`Plats ${row}`, [promised, planned, delivered]),
      windows: { all: Math.min(all, promised), kept: Math.min(kept, all, promised, delivered) },
    })),
  );

/** Every count that stands anywhere in the document. */
function shownIn(report: PublishedReport): ShownCount[] {
  const found: ShownCount[] = [];
  JSON.stringify([report.promises, report.places, report.totals, report.unknowns], (_, value) => {
    if (value && typeof value === 'object' && 'kind' in value && 'count' in value)
      found.push(value);
    return value;
  });
  return found;
}

describe('whatever was counted', () => {
  it('no count from one to four stands anywhere in what is published', () => {
    fc.assert(
      fc.property(places, fc.nat(9), fc.nat(9), (made, estimated, late) => {
        const report = { ...REPORT, places: made, visits: { estimated, late } };
        const small = shownIn(publish(report)).filter(
          (it) => it.kind === 'count' && isFew(it.count) && it.count < FEWEST_SHOWN,
        );
        expect(small).toEqual([]);
      }),
    );
  });

  it('a place whose doses are hidden tells nothing of them by its windows', () => {
    fc.assert(
      fc.property(places, (made) => {
        for (const { promised, delivered, windows } of publish({ ...REPORT, places: made })
          .places) {
          const isHidden = promised.kind !== 'count' || delivered.kind !== 'count';
          if (isHidden)
            expect([windows.kept.kind, windows.all.kind]).toEqual(['withheld', 'withheld']);
        }
      }),
    );
  });
});

describe('what is published', () => {
  it('holds no time of day, no officer, no radio code and no border', () => {
    const text = JSON.stringify(publish());
    expect(text).not.toMatch(/\d{2}:\d{2}|officer|callSign|"code":"[A-Z]\d|geometry|coordinates/);
  });
});
