import { describe, expect, it } from 'vitest';
import {
  HOUR_MS,
  instantOf,
  localDateOf,
  localTimeOf,
  minutesSinceMidnight,
  operationalDateOf,
  SWEDISH_RULES,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import { iso, utc } from '../instant.ts';

const at = (date: string, time: string, choice?: 'earlier' | 'later') =>
  iso(instantOf(SWEDISH_RULES, date, time, choice));

describe('local time in Flen', () => {
  it('is one hour ahead of UTC in winter and two in summer', () => {
    expect(at('2026-11-27', '21:00')).toBe('2026-11-27T20:00:00.000Z');
    expect(at('2026-07-03', '21:00')).toBe('2026-07-03T19:00:00.000Z');
  });

  it('has 02:30 twice in the autumn night, and the caller chooses', () => {
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', '02:30', 'later')).toBe('2026-10-25T01:30:00.000Z');
    expect(at('2026-10-25', '01:59', 'later')).toBe('2026-10-24T23:59:00.000Z');
    expect(at('2026-10-25', '03:00', 'earlier')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('reads both 02:30 of the autumn night as 02:30', () => {
    expect(localTimeOf(SWEDISH_RULES, utc('2026-10-25T00:30Z'))).toBe('02:30');
    expect(localTimeOf(SWEDISH_RULES, utc('2026-10-25T01:30Z'))).toBe('02:30');
  });

  it('moves the missing 02:30 of the spring night forward to the jump at 03:00', () => {
    expect(at('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29', '02:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-29', '02:30', 'later')).toBe('2026-03-29T01:00:00.000Z');
    expect(localTimeOf(SWEDISH_RULES, utc('2026-03-29T01:00Z'))).toBe('03:00');
  });

  it('reads an instant as date, time and minutes since midnight', () => {
    const lateEvening = utc('2026-11-27T23:15Z');
    expect(localDateOf(SWEDISH_RULES, lateEvening)).toBe('2026-11-28');
    expect(localTimeOf(SWEDISH_RULES, lateEvening)).toBe('00:15');
    expect(minutesSinceMidnight(SWEDISH_RULES, lateEvening)).toBe(15);
  });

  it('refuses what is not a date or not a zone', () => {
    expect(() => instantOf(SWEDISH_RULES, '2026-02-30', '21:00')).toThrow(RangeError);
    expect(() => localDateOf({ zone: 'Europe/Flen', dayStart: '06:00' }, 0)).toThrow(RangeError);
  });

  it.each([
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-08', '02:30', '2026-03-07T21:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
    ['Africa/El_Aaiun', '2008-06-01', '00:30', '2008-06-01T00:00:00.000Z'],
    ['Africa/Casablanca', '2026-07-01', '06:00', '2026-07-01T05:00:00.000Z'],
  ])('keeps the rules of %s too', (zone, date, time, expected) => {
    expect(iso(instantOf({ zone, dayStart: '06:00' }, date, time))).toBe(expected);
  });
});

describe('the operational day', () => {
  it('begins at 06:00 and takes the night before that with it', () => {
    expect(operationalDateOf(SWEDISH_RULES, utc('2026-11-28T04:59:59.999Z'))).toBe('2026-11-27');
    expect(operationalDateOf(SWEDISH_RULES, utc('2026-11-28T05:00Z'))).toBe('2026-11-28');
  });

  it.each([
    ['2026-03-27', 24],
    ['2026-03-28', 23],
    ['2026-03-29', 24],
    ['2026-10-24', 25],
    ['2026-10-25', 24],
  ])('of %s lasts %i hours', (date, hours) => {
    const next = `${date.slice(0, 8)}${Number(date.slice(8)) + 1}`;
    const length =
      startOfOperationalDate(SWEDISH_RULES, next) - startOfOperationalDate(SWEDISH_RULES, date);
    expect(length / HOUR_MS).toBe(hours);
  });

  it('is in order even if it begins in the doubled hour', () => {
    const rules = { zone: 'Europe/Stockholm', dayStart: '02:30' };
    expect(operationalDateOf(rules, utc('2026-10-25T00:29Z'))).toBe('2026-10-24');
    expect(operationalDateOf(rules, utc('2026-10-25T00:30Z'))).toBe('2026-10-25');
    expect(operationalDateOf(rules, utc('2026-10-25T01:10Z'))).toBe('2026-10-25');
  });
});
