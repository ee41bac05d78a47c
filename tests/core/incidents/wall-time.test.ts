import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateOf, localTimeOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { minutesOfText, orderOf, readTime } from '#core/incidents/wall-time.ts';

const wall = (at: number | undefined) =>
  at === undefined ? null : `${localDateOf(SWEDISH_RULES, at)} ${localTimeOf(SWEDISH_RULES, at)}`;
const read = (text: string, order: 'dmy' | 'mdy' = 'dmy', time: string | null = null) =>
  readTime(SWEDISH_RULES, text, order, time);

describe('a time on the wall', () => {
  it.each([
    ['2026-11-27 21:05', '2026-11-27 21:05'],
    ['2026-11-27T21:05:30', '2026-11-27 21:05'],
    ['2026-11-27T20:05:00Z', '2026-11-27 21:05'],
    ['2026-11-27T15:05:00-05:00', '2026-11-27 21:05'],
    ['2026-11-27 20:05:00+00', '2026-11-27 21:05'],
    ['2026-11-27 20:05:00.123+00:00', '2026-11-27 21:05'],
    ['20261127 2105', '2026-11-27 21:05'],
    ['2026/11/27 21.05', '2026-11-27 21:05'],
    ['27/11/2026 21:05', '2026-11-27 21:05'],
    ['27.11.2026 kl 21.05', '2026-11-27 21:05'],
    ['27 nov 2026 kl. 21:05', '2026-11-27 21:05'],
    ['fredag 27 november 2026 21:05', '2026-11-27 21:05'],
    ['den 1 maj 2026 08:00', '2026-05-01 08:00'],
    ['Oct 3, 2026 9:15 PM', '2026-10-03 21:15'],
    ['2026-11-27 24:00', '2026-11-28 00:00'],
  ])('%s is %s', (text, expected) => {
    expect(wall(read(text)?.from)).toBe(expected);
    expect(read(text)?.to).toBeNull();
  });

  it('has its day and month by the order that is stated', () => {
    expect(wall(read('1/2/06 0:00', 'dmy')?.from)).toBe('2006-02-01 00:00');
    expect(wall(read('1/2/06 0:00', 'mdy')?.from)).toBe('2006-01-02 00:00');
    expect(wall(read('01/05/2015 11:30:00 PM', 'mdy')?.from)).toBe('2015-01-05 23:30');
  });

  it('may have its time of day in a column of its own', () => {
    expect(wall(read('2026-11-27', 'dmy', '21:05')?.from)).toBe('2026-11-27 21:05');
    expect(wall(read('01/08/2020 12:00:00 AM', 'mdy', '2230')?.from)).toBe('2020-01-08 22:30');
    expect(minutesOfText('5')).toBe(5);
  });

  it('is the whole day, or the whole month, where no more is told', () => {
    const day = read('2026-11-27');
    expect([wall(day?.from), wall(day?.to ?? 0)]).toEqual(['2026-11-27 00:00', '2026-11-28 00:00']);
    const month = read('2026-12');
    expect([wall(month?.from), wall(month?.to ?? 0)]).toEqual([
      '2026-12-01 00:00',
      '2027-01-01 00:00',
    ]);
  });

  it('that a spring night lacks is the jump; a day of 23 hours is as long as it is', () => {
    expect(wall(read('2026-03-29 02:30')?.from)).toBe('2026-03-29 03:00');
    const day = read('2026-03-29');
    expect(((day?.to ?? 0) - (day?.from ?? 0)) / 3_600_000).toBe(23);
  });

  it('that an autumn night has twice is the first', () => {
    expect(read('2026-10-25 02:30')?.from).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  it.each([
    '2026-02-30',
    '31/4/2026',
    '2026-11-27 25:00',
    '13:05',
    'igår',
    '',
    '2026-11-27 kväll',
    // From and to in one cell, and no clock twenty-two hours behind.
    '2026-11-27 21:00-22:00',
    '2026-11-27 10:00-11:30',
    '2026-11-27T21:00-19:00',
    '1/1',
  ])('%s is none', (text) => expect(read(text)).toBeNull());

  it('gives the order of day and month away where a part is above twelve', () => {
    expect(orderOf(['1/2/2026', '3/25/2026'])).toBe('mdy');
    expect(orderOf(['25.3.2026'])).toBe('dmy');
    expect(orderOf(['1/2/2026', '2026-01-13'])).toBeNull();
  });

  it('written in either order, with any zero left out, is read back', () => {
    const at = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2040-01-01') });
    fc.assert(
      fc.property(at, fc.constantFrom('dmy' as const, 'mdy' as const), (ms, order) => {
        const minute = Math.floor(ms / 60_000) * 60_000;
        const [date, time] = [
          localDateOf(SWEDISH_RULES, minute),
          localTimeOf(SWEDISH_RULES, minute),
        ];
        const [year, month, day] = date.split('-').map(Number);
        const parts = order === 'dmy' ? [day, month] : [month, day];
        const back = read(`${parts.join('/')}/${year} ${time}`, order)?.from;
        expect(wall(back)).toBe(`${date} ${time}`);
      }),
    );
  });
});
