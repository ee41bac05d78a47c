import { describe, expect, it } from 'vitest';
import { tellsTime } from '#core/publication/clock-times.ts';
import {
  municipalitySlug,
  tertialAddress,
  versionAddress,
} from '#core/publication/page-address.ts';
import { earliestPublication, tertialOf, tertialPeriod } from '#core/publication/tertial.ts';

describe('a tertial', () => {
  it.each([
    ['2026-T1', '2026-01-01', '2026-04-30'],
    ['2026-T2', '2026-05-01', '2026-08-31'],
    ['2026-T3', '2026-09-01', '2026-12-31'],
  ])('%s is %s to %s', (code, from, to) => {
    expect(tertialPeriod(code)).toMatchObject({ from, to });
    expect([tertialOf(from), tertialOf(to)]).toEqual([code, code]);
  });

  it('refuses what is none', () => {
    expect(() => tertialPeriod('2026-T4')).toThrow(RangeError);
  });

  it('may be published when its last operational day ended 14 days ago', () => {
    expect(earliestPublication({ to: '2026-08-31' }, 14)).toBe('2026-09-15');
  });
});

describe('an address', () => {
  const flen = { municipality: { code: '0482', name: 'Flen' }, tertial: '2026-T2' };

  it('is short enough to be read out', () => {
    expect(tertialAddress(flen)).toBe('/publicerat/flen/2026-t2/');
    expect(versionAddress({ ...flen, version: 2 })).toBe('/publicerat/flen/2026-t2-version-2/');
  });

  it.each([
    ['Vingåker', 'vingaker'],
    ['Upplands-Bro', 'upplands-bro'],
    ['../../etc', 'etc'],
    ['Östra  Göinge', 'ostra-goinge'],
  ])('%s is %s in it', (name, slug) => {
    expect(municipalitySlug({ name })).toBe(slug);
  });
});

describe('a time of day in a text', () => {
  it.each(['Vi kom 22:10.', 'från kl 21', 'klockan 9', '21.30–22.00', 'runt 9:15'])(
    'is found: %s',
    (text) => {
      expect(tellsTime(text)).toBe(true);
    },
  );

  it.each([
    'Den 2026-03-14 gick vi.',
    '15-minutersmetoden',
    '37 av 50',
    'en kväll i mars',
    '12,5 timmar',
  ])('is not seen in: %s', (text) => {
    expect(tellsTime(text)).toBe(false);
  });
});
