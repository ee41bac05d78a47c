/** What `bench:api` asks: every page and export whose cost grows with the years, as its screen asks for it. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { periodContaining } from '#core/calendar/period.ts';
import type { LocalDate, Uuid } from '#core/model.ts';

export interface TenYears {
  readonly first: LocalDate;
  readonly today: LocalDate;
  readonly hotSpotId: Uuid;
  readonly shiftId: Uuid;
  readonly promiseId: Uuid;
  readonly walkId: Uuid;
  readonly draftId: Uuid;
}

/** Asked by the chief, where nobody else is named. */
export type Question = readonly [what: string, path: string, by?: 'planner' | 'auditor'];

/** Asked first: what the others are held against, since it does not grow with the years. */
export const BASELINE: Question = ['list of hot spots', '/hot-spots'];

const days = (from: LocalDate, to: LocalDate) => `from=${from}&to=${to}`;

export function questions(of: TenYears): Question[] {
  const { first, today } = of;
  const all = days(first, today);
  const year = days(addDays(today, -364), today);
  const lastTertial = periodContaining(
    'tertial',
    addDays(periodContaining('tertial', today).from, -1),
  );
  const tertial = days(lastTertial.from, lastTertial.to);
  const friday = 'weekdays=5,6&fromHour=18&toHour=2';
  return [
    BASELINE,
    ['coverage of a tertial', `/coverage?${tertial}`],
    ['coverage of ten years', `/coverage?${all}`],
    ['coverage of a year, Fridays and Saturdays 18–02', `/coverage?${year}&${friday}`],
    ['coverage of a year on today’s borders', `/coverage/todays-borders?${year}`],
    ['time axes, ten years', `/coverage/strips?${all}`],
    ['rows of ten years, a page', `/coverage/rows?${all}&kind=delivered`],
    ['gaps of a year, a page', `/coverage/rows?${year}&kind=gap`],
    ['coverage of ten years as CSV', `/coverage.csv?${all}`],
    ['coverage of ten years as XLSX', `/coverage.xlsx?${all}`],
    ['coverage of ten years as GeoJSON', `/coverage.geojson?${all}`],
    ['visits of a tertial as XLSX', `/visits.xlsx?${tertial}`],
    ['visits of a year as CSV', `/visits.csv?${year}`],
    ['windows as iCalendar', `/hot-spots/${of.hotSpotId}/windows.ics`],
    ['log of ten years, a page', `/visits?${all}`],
    ['shifts of a year', `/shifts?${year}`, 'planner'],
    ['planning of a shift', `/shifts/${of.shiftId}/planning`, 'planner'],
    ['week before', `/shifts/${of.shiftId}/week-before`, 'planner'],
    ['handover', `/shifts/${of.shiftId}/handover`, 'planner'],
    ['week', `/weeks/${today}`, 'planner'],
    ['audit log, a page', '/audit', 'auditor'],
    ...incidentQuestions(of),
    ...promiseQuestions(of, all, year),
  ];
}

function incidentQuestions({ first, today, hotSpotId }: TenYears): Question[] {
  const before = days(addDays(today, -729), addDays(today, -365));
  const after = days(addDays(today, -364), today);
  const named = (period: string, name: string) =>
    period.replace('from=', `${name}From=`).replace('to=', `${name}To=`);
  return [
    ['imports of incidents', '/incidents/imports'],
    ['score card of ten years', '/incidents/score-card'],
    ['score card of ten years as CSV', '/incidents/score-card.csv'],
    ['density of ten years', `/incidents/density?${days(first, today)}&by=harm`],
    ['hot hours of a hot spot', `/hot-spots/${hotSpotId}/hot-hours`],
    [
      'effect, a year before and after',
      `/incidents/effect?${named(before, 'before')}&${named(after, 'after')}`,
    ],
  ];
}

function promiseQuestions(
  { promiseId, walkId, draftId }: TenYears,
  all: string,
  year: string,
): Question[] {
  return [
    ['ledger of a year', `/promises?${year}`],
    ['ledger of ten years', `/promises?${all}`],
    ['ledger of ten years as CSV', `/promises.csv?${all}`],
    ['a promise of ten years', `/promises/${promiseId}`],
    ['activities of ten years', `/activities?${all}`],
    ['activities of ten years as CSV', `/activities.csv?${all}`],
    ['survey figures', '/survey-figures'],
    ['weekly focus', '/weekly-focus'],
    ['walks', '/walks'],
    ['a walk with a window of ten years', `/walks/${walkId}`],
    ['points of walks as CSV', '/walk-points.csv'],
    ['walks as iCalendar', '/walks.ics'],
    ['tertial pages', '/tertial-pages'],
    ['a draft', `/tertial-pages/${draftId}`],
    ['a draft as its page', `/tertial-pages/${draftId}/page`],
  ];
}
