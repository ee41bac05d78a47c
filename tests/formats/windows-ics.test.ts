import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { windowsIcs } from '../../server/formats/windows-ics.ts';
import { aWindow } from '../core/dosage/samples.ts';
import { utc } from '../core/instant.ts';

const facts = { definitions: '2', madeAt: utc('2026-11-24T12:00Z'), rules: SWEDISH_RULES };
const calendarOf = (...windows: ReturnType<typeof aWindow>[]) =>
  windowsIcs({ id: 'R1', code: 'R1', name: 'Resecentrum; norra, ingången', windows }, facts)
    .replaceAll('\r\n ', '')
    .split('\r\n');

/** The lines between the first BEGIN and its END. */
function part(lines: readonly string[], name: string): string[] {
  const from = lines.indexOf(`BEGIN:${name}`);
  return lines.slice(from, lines.indexOf(`END:${name}`, from) + 1);
}

describe('a window as a calendar', () => {
  const fridays = aWindow({ weekdays: [5, 6], start: '21:00', end: '02:00', doses: 2 });

  it('repeats every week by the clock on the wall, over midnight', () => {
    const event = part(calendarOf(fridays), 'VEVENT');
    expect(event).toContain('DTSTART;TZID=Europe/Stockholm:20261127T210000');
    expect(event).toContain('DTEND;TZID=Europe/Stockholm:20261128T020000');
    expect(event).toContain('DTSTAMP:20261124T120000Z');
    expect(event.find((line) => line.startsWith('RRULE'))).toMatch(/FREQ=WEEKLY.*BYDAY=FR,SA/);
  });

  it('brings its own time zone, with the night on which clocks go forward', () => {
    const zone = part(calendarOf(fridays), 'VTIMEZONE');
    expect(zone).toContain('TZID:Europe/Stockholm');
    const at = zone.indexOf('DTSTART:20270328T020000');
    expect(zone.slice(at - 1, at + 4)).toEqual([
      'BEGIN:DAYLIGHT',
      'DTSTART:20270328T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
    ]);
  });

  it('leaves out the days that are excepted and adds those that are extra', () => {
    const exceptions = [
      { date: '2026-12-25', open: false },
      { date: '2026-12-30', open: true },
      { date: '2026-11-04', open: true },
    ];
    const lines = calendarOf({ ...fridays, exceptions });
    expect(lines).toContain('EXDATE;TZID=Europe/Stockholm:20261225T210000');
    const starts = lines.filter((line) => line.startsWith('DTSTART;'));
    expect(starts).toEqual([
      'DTSTART;TZID=Europe/Stockholm:20261127T210000',
      'DTSTART;TZID=Europe/Stockholm:20261230T210000',
    ]);
  });

  it('ends with its last date, and is none once that has passed', () => {
    const until = calendarOf({ ...fridays, dateTo: '2026-12-31' });
    expect(until.find((line) => line.startsWith('RRULE'))).toContain('UNTIL=20261231T200000Z');
    expect(calendarOf({ ...fridays, dateTo: '2026-10-01' })).not.toContain('BEGIN:VEVENT');
  });

  it('escapes what a calendar would read as its own signs', () => {
    const summary = calendarOf(fridays).find((line) => line.startsWith('SUMMARY'));
    expect(summary).toBe('SUMMARY:R1 Resecentrum\\; norra\\, ingången: 2 doser');
  });
});
