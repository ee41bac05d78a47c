/**
 * `npm run bench:year`: a simulated year by the planner, in a fixed order, and greedily, as a Markdown table. 6 hot spots, 2
 * patrols, 45 % of planned visits lost to calls (domain brief 4.5).
 */
import { addDays } from '#core/calendar/calendar-date.ts';
import { seededRandom } from '#core/planner/random.ts';
import type { PastRoute } from '#core/planner/vary/past.ts';
import { PAST_DAYS } from '#core/planner/vary/past.ts';
import { predictability } from '#core/planner/vary/predictability.ts';
import { meanOf } from './bench/bench-tools.ts';
import { fixedNight, greedyNight } from './year/baseline-nights.ts';
import type { NightOutcome } from './year/calls.ts';
import { DWELL_MIN, GAP_MIN, nightOf, PATROLS, PLACES, SHIFT_MIN } from './year/night.ts';
import { plannedNight } from './year/planned-night.ts';

const DAYS = 365;
const FIRST = '2026-01-01';
const SEED = 2026;
const BEGIN_MIN = 21 * 60;

type Way = (nights: readonly NightOutcome[], day: number) => NightOutcome;

const random = () => seededRandom(SEED);
const ways = (): readonly (readonly [string, Way])[] => {
  const [one, two, three] = [random(), random(), random()];
  return [
    ['the planner, mended at each call', (nights, day) => planned(nights, day, one)],
    ['greedy: the first place in want', () => greedyNight(two)],
    ['a fixed order', () => fixedNight(three)],
  ];
};

function planned(nights: readonly NightOutcome[], day: number, chance: ReturnType<typeof random>) {
  const past = nights
    .slice(-PAST_DAYS)
    .flatMap((night, index, all) => routesOf(night, all.length - index));
  return plannedNight({ ...nightOf(addDays(FIRST, day)), past }, chance);
}

const routesOf = ({ made }: NightOutcome, daysAgo: number): PastRoute[] =>
  PATROLS.map((_, patrol) => ({
    daysAgo,
    isMade: true,
    visits: made
      .filter((visit) => visit.patrol === patrol)
      .map(({ code, start }) => ({ hotspot: code, start: BEGIN_MIN + start })),
  }));

function yearOf(way: Way): NightOutcome[] {
  const nights: NightOutcome[] = [];
  for (let day = 0; day < DAYS; day += 1) nights.push(way(nights, day));
  return nights;
}

const isFirstPriority = (code: string): boolean =>
  PLACES.some(([name, priority]) => name === code && priority === 1);

/** Share of the windows of priority 1 in which at least one dose was delivered. */
function dosedShare(nights: readonly NightOutcome[]): number {
  const codes = PLACES.map(([code]) => code).filter(isFirstPriority);
  const dosed = nights.flatMap(({ made }) =>
    codes.filter((code) => made.some((visit) => visit.code === code)),
  );
  return dosed.length / (nights.length * codes.length);
}

function gapViolations(nights: readonly NightOutcome[]): number {
  return nights
    .flatMap(({ made }) =>
      made.map((visit) =>
        made
          .filter(({ code, start }) => code === visit.code && start > visit.start)
          .map(({ start }) => start - visit.start),
      ),
    )
    .flat()
    .filter((apart) => apart < DWELL_MIN + GAP_MIN).length;
}

/** Means over the year's 28-day periods: spread of starts, and the share of visits at the same time as the night before. */
function learnable(nights: readonly NightOutcome[]) {
  const windows = PLACES.map(([code]) => ({
    hotspot: code,
    open: BEGIN_MIN,
    close: BEGIN_MIN + SHIFT_MIN,
    dwell: DWELL_MIN,
  }));
  const periods = Array.from({ length: Math.floor(nights.length / PAST_DAYS) }, (_, n) => {
    const own = nights.slice(n * PAST_DAYS, (n + 1) * PAST_DAYS);
    const seen = own.flatMap((night, index) =>
      routesOf(night, PAST_DAYS - index).flatMap(({ daysAgo, visits }) =>
        visits.map((visit) => ({ ...visit, daysAgo })),
      ),
    );
    return predictability(windows, seen);
  });
  return {
    spread: meanOf(periods.map(({ evenness }) => evenness ?? 0)),
    again: meanOf(periods.map(({ repeated, visits }) => repeated / visits)),
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

console.log(
  '| a year of nights | doses | priority 1 dosed | gap violations | unpredictability | at the time of the night before | planned load | lost to calls |',
);
console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
for (const [name, way] of ways()) {
  const nights = yearOf(way);
  const doses = nights.reduce((sum, { made }) => sum + made.length, 0);
  const lost = nights.reduce((sum, night) => sum + night.lost, 0);
  const { spread, again } = learnable(nights);
  const load = Math.max(...nights.map((night) => night.load));
  console.log(
    `| ${name} | ${doses} | ${percent(dosedShare(nights))} | ${gapViolations(nights)} | ${spread.toFixed(2)} | ${percent(again)} | ≤ ${percent(load)} | ${percent(lost / (lost + doses))} |`,
  );
}
