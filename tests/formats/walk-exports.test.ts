import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { walkPointsCsv } from '../../server/formats/walks/walk-points-csv.ts';
import { type CalendarWalk, walksCalendar } from '../../server/formats/walks/walks-calendar.ts';
import { utc } from '../core/instant.ts';

const facts = {
  municipality: null,
  definitions: '3',
  madeAt: utc('2026-11-25T10:00Z'),
  rules: SWEDISH_RULES,
};

const walk = (change: Partial<CalendarWalk> = {}): CalendarWalk => ({
  id: 'w1',
  title: 'Ängen; Östra, Åsgården – «trygg» hela vägen från stationen till biblioteket',
  state: 'planned',
  before: { startsAt: utc('2026-10-17T15:30Z'), place: 'Biblioteket' },
  walk: { startsAt: utc('2026-10-31T17:00Z'), place: 'Hörnet, vid ängen' },
  after: { startsAt: utc('2026-11-14T16:30Z'), place: '' },
  revision: 3,
  ...change,
});

const linesOf = (...walks: readonly CalendarWalk[]) =>
  walksCalendar(facts, walks).replaceAll('\r\n ', '').split('\r\n');
const starting = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(name));

describe('the calendar of walks', () => {
  it('says whose walks they are, as of when and by which definitions', () => {
    expect(linesOf(walk())).toContain(
      'X-WR-CALDESC:Alla vandringar i alla kommuner, som de var 2026-11-25 11:00. Definitioner, version 3.',
    );
  });

  it('has the three meetings in UTC, whichever side of the change of clocks they lie', () => {
    const lines = linesOf(walk());
    expect(starting(lines, 'DTSTART')).toEqual([
      'DTSTART:20261017T153000Z',
      'DTSTART:20261031T170000Z',
      'DTSTART:20261114T163000Z',
    ]);
    expect(starting(lines, 'DTEND')[0]).toBe('DTEND:20261017T173000Z');
  });

  it('knows a meeting again after an edit, and which of the two is newer', () => {
    const moved = { startsAt: utc('2026-11-07T17:00Z'), place: 'Torget' };
    const [before, after] = [linesOf(walk()), linesOf(walk({ walk: moved, revision: 4 }))];
    expect(starting(before, 'UID')).toEqual(starting(after, 'UID'));
    expect(starting(before, 'SEQUENCE')[1]).toBe('SEQUENCE:3');
    expect(starting(after, 'SEQUENCE')[1]).toBe('SEQUENCE:4');
  });

  it('says in the name too that a walk is called off', () => {
    const lines = linesOf(walk({ title: 'Stationen', state: 'cancelled', before: null }));
    expect(starting(lines, 'STATUS')).toEqual(['STATUS:CANCELLED', 'STATUS:CANCELLED']);
    expect(starting(lines, 'SUMMARY')).toEqual([
      'SUMMARY:Inställd: Trygghetsvandring: Stationen',
      'SUMMARY:Inställd: Uppföljning: Stationen',
    ]);
  });

  it('escapes commas and semicolons, and no line is longer than 75 bytes or cuts a letter in two', () => {
    const text = walksCalendar(facts, [walk()]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(linesOf(walk())).toContain('LOCATION:Hörnet\\, vid ängen');
    expect(starting(linesOf(walk()), 'SUMMARY')[1]).toBe(
      'SUMMARY:Trygghetsvandring: Ängen\\; Östra\\, Åsgården – «trygg» hela vägen från stationen till biblioteket',
    );
  });
});

describe('the points of walks as CSV', () => {
  const point = {
    id: 'p1',
    walkId: 'w1',
    number: 1,
    category: 'light',
    lonLat: [16.5884, 59.0568],
    text: '=HYPERLINK("http://x";"lampan")\n=1+1',
    owner: 'municipality',
    ownerName: '@Gatuenheten',
    dueDate: null,
    status: 'will-not-be-done',
    statusReason: '+46 000',
  } as const;
  const lineOf = (date: string) => ({
    walk: { title: '-Stationen', date, evening: true, municipality: 'Flen' },
    point,
    overdue: false,
    answer: null,
  });

  it('say what they are of: municipality, walks, when they were made', () => {
    const text = walkPointsCsv(facts, [lineOf('2026-10-31'), lineOf('2026-05-05')]);
    expect(text.split('\r\n').slice(0, 6)).toEqual([
      '\uFEFFPunkter från trygghetsvandringar',
      'Kommun;alla',
      'Vandringar;2026-05-05;2026-10-31',
      'Definitioner, version;3',
      'Framställd;2026-11-25 11:00',
      '',
    ]);
    expect(walkPointsCsv(facts, [])).toContain('Vandringar;inga;\r\n');
  });

  it('hold no cell that a spreadsheet would run', () => {
    const text = walkPointsCsv(facts, [lineOf('2026-10-31')]);
    expect(text).toContain(
      `Flen;'-Stationen;2026-10-31;kväll;1;belysning;"'=HYPERLINK(""http://x"";""lampan"")\n=1+1";16,588400;59,056800;kommunen;'@Gatuenheten;;görs inte;;'+46 000;;\r\n`,
    );
  });
});
