/**
 * Coverage counted the slow and obvious way: minute by minute, with plain loops and luxon, and nothing of the code
 * that it checks. Times are whole minutes.
 */
import { DateTime } from 'luxon';
import type { CoverageInput } from '#core/dosage/coverage-input.ts';
import { chosenBy, gapsOf, quarters, streaksOf } from './slow-measures.ts';

const MINUTE = 60_000;
const zone = 'Europe/Stockholm';

interface Minute {
  readonly at: number;
  /** `2026-10-25 02:30`, twice on that night. */
  readonly wall: string;
  readonly hour: number;
  readonly operationalDate: string;
  readonly weekday: number;
  readonly week: string;
}

/** Every minute from three days before to three days after; asked once for each span. */
const calendars = new Map<string, Minute[]>();
function minutesAround(from: number, to: number): Minute[] {
  const key = `${from} ${to}`;
  const known = calendars.get(key);
  if (known) return known;
  const minutes: Minute[] = [];
  for (let at = from - 3 * 1440 * MINUTE; at < to + 3 * 1440 * MINUTE; at += MINUTE) {
    const local = DateTime.fromMillis(at, { zone });
    const day = local.hour < 6 ? local.startOf('day').minus({ days: 1 }) : local.startOf('day');
    minutes.push({
      at,
      wall: local.toFormat('yyyy-MM-dd HH:mm'),
      hour: local.hour,
      operationalDate: day.toISODate() ?? '',
      weekday: day.weekday,
      week: day.toFormat("kkkk-'W'WW"),
    });
  }
  calendars.set(key, minutes);
  return minutes;
}

interface Opening {
  readonly opens: number;
  readonly closes: number;
  readonly window: CoverageInput['windows'][number]['window'];
}

/** The first minute whose wall clock has reached the time: so the earlier of two, and the jump for a missing one. */
function reached(minutes: Minute[], wall: string): number | undefined {
  return minutes.find((minute) => minute.wall >= wall)?.at;
}

function openings(input: CoverageInput, minutes: Minute[]): Opening[] {
  const dates = [...new Set(minutes.map((minute) => minute.wall.slice(0, 10)))];
  const found: Opening[] = [];
  for (const { window, inForce } of input.windows) {
    for (const date of dates.slice(1, -2)) {
      const day = DateTime.fromISO(date, { zone: 'utc' });
      if (!window.weekdays.includes(day.weekday)) continue;
      const closingDate = window.end > window.start ? day : day.plus({ days: 1 });
      const opens = reached(minutes, `${date} ${window.start}`);
      const closes = reached(minutes, `${closingDate.toISODate()} ${window.end}`);
      if (opens === undefined || closes === undefined || opens >= closes) continue;
      const operational = minutes.find((minute) => minute.at === opens)?.operationalDate ?? '';
      if (inForce.from !== null && operational < inForce.from) continue;
      if (inForce.to !== null && operational >= inForce.to) continue;
      found.push({ opens, closes, window });
    }
  }
  return found;
}

interface Stay {
  from: number;
  to: number;
  officers: number;
  sources: Set<string>;
  late: boolean;
  open: boolean;
  slots: Set<string>;
}

/** Each patrol's minutes on the spot, with holes of one or two minutes filled. */
function stays(input: CoverageInput): Stay[] {
  const visits = input.visits.filter((visit) => !visit.voided && visit.startedAt < input.now);
  const found: Stay[] = [];
  for (const patrol of new Set(visits.map((visit) => visit.patrolId ?? visit.id))) {
    const mine = visits.filter((visit) => (visit.patrolId ?? visit.id) === patrol);
    const there = new Set<number>();
    for (const visit of mine) {
      const end = Math.min(visit.endedAt ?? visit.startedAt + 12 * 60 * MINUTE, input.now);
      for (let at = visit.startedAt; at < end; at += MINUTE) there.add(at);
    }
    for (const at of there) {
      if (there.has(at + MINUTE)) continue;
      if (there.has(at + 2 * MINUTE)) there.add(at + MINUTE);
      else if (there.has(at + 3 * MINUTE)) there.add(at + MINUTE).add(at + 2 * MINUTE);
    }
    for (const from of there) {
      if (there.has(from - MINUTE)) continue;
      let to = from;
      while (there.has(to)) to += MINUTE;
      const parts = mine.filter((visit) => visit.startedAt >= from && visit.startedAt < to);
      found.push({
        from,
        to,
        officers: Math.max(...parts.map((visit) => visit.officers)),
        sources: new Set(parts.map((visit) => visit.source)),
        late: parts.some((visit) => visit.late),
        open: parts.some((visit) => visit.endedAt === null),
        slots: new Set(parts.map((visit) => visit.slotId ?? '')),
      });
    }
  }
  return found;
}

function answered(stay: Stay, all: Opening[]): Opening | null {
  let best: Opening | null = null;
  let most = 0;
  const inOrder = [...all].sort(
    (a, b) => a.opens - b.opens || a.closes - b.closes || (a.window.id < b.window.id ? -1 : 1),
  );
  for (const opening of inOrder) {
    let inside = 0;
    for (let at = stay.from; at < stay.to; at += MINUTE) {
      if (at >= opening.opens && at < opening.closes) inside += 1;
    }
    if (inside > most) {
      most = inside;
      best = opening;
    }
  }
  return most * 2 >= (stay.to - stay.from) / MINUTE ? best : null;
}

function source(sources: Set<string>): string {
  if (sources.has('estimated')) return 'estimated';
  if (sources.size > 1) return 'manual+gps';
  return [...sources][0] ?? '';
}

function middle(lengths: number[]): number | null {
  if (lengths.length === 0) return null;
  const inOrder = [...lengths].sort((a, b) => a - b);
  const half = Math.floor(inOrder.length / 2);
  if (inOrder.length % 2 === 1) return inOrder[half] ?? null;
  return ((inOrder[half - 1] ?? 0) + (inOrder[half] ?? 0)) / 2;
}

const grid = () => Array.from({ length: 7 }, () => Array.from<number>({ length: 24 }).fill(0));

/** Every stay with its length, the window that it answers, and whether it is a dose. */
export function judgedStays(input: CoverageInput, all = openings(input, minutesOf(input))) {
  return stays(input).map((stay) => {
    const answers = answered(stay, all);
    const length = (stay.to - stay.from) / MINUTE;
    const counts = answers?.window.countsFromMin ?? 10;
    const ceiling = answers?.window.ceilingMin ?? 20;
    const dose = length >= counts && length >= 3;
    return Object.assign(stay, { answers, length, ceiling, dose });
  });
}

const minutesOf = ({ span }: CoverageInput) => minutesAround(span.from, span.to);

/** The same figures as `figuresOf(summariseBlock(input))`. */
export function slowCoverage(input: CoverageInput) {
  const { span, now } = input;
  const until = Math.max(span.from, Math.min(span.to, now));
  const minutesOfSpan = minutesAround(span.from, span.to);
  const chosen = chosenBy(input);
  const inside = (at: number) => {
    if (at < span.from || at >= until) return false;
    const minute = minutesOfSpan[Math.floor((at - minutesOfSpan[0]!.at) / MINUTE)];
    return minute !== undefined && chosen(minute);
  };
  const minutes = minutesAround(span.from, span.to);
  const minuteAt = (at: number) => minutes.find((minute) => minute.at === at)!;
  const all = openings(input, minutes);
  const visits = judgedStays(input, all);
  const seen = visits.filter((visit) => visit.length >= 3);
  const doses = seen.filter((visit) => visit.dose);
  const started = seen.filter((visit) => inside(visit.from));
  const opened = all.filter(({ opens }) => inside(opens));

  const minutesGrid = grid();
  const dosesGrid = grid();
  const weeks = new Map<string, { promised: number; planned: number; delivered: number }>();
  for (const minute of minutes) {
    if (minute.at >= span.from && minute.at < span.to) {
      weeks.set(minute.week, { promised: 0, planned: 0, delivered: 0 });
    }
  }
  let patrol = 0;
  let person = 0;
  let above = 0;
  let gap = 0;
  let longest = 0;
  const betweenDoses: number[] = [];
  let hasDose = false;
  for (const minute of minutes) {
    if (minute.at < span.from || minute.at >= until) continue;
    const here = seen.filter((visit) => visit.from <= minute.at && minute.at < visit.to);
    const isUnderDose = here.some((visit) => visit.dose);
    if (isUnderDose && hasDose && gap > 0) betweenDoses.push(gap);
    hasDose ||= isUnderDose;
    gap = isUnderDose ? 0 : gap + 1;
    longest = Math.max(longest, gap);
    if (!chosen(minute)) continue;
    if (here.length > 0) {
      patrol += 1;
      minutesGrid[minute.weekday - 1]![(minute.hour + 18) % 24]! += 1;
    }
    for (const visit of here) person += visit.officers;
    if (here.some((visit) => minute.at >= visit.from + visit.ceiling * MINUTE)) above += 1;
  }
  for (const dose of doses.filter((visit) => inside(visit.from))) {
    const minute = minuteAt(dose.from);
    dosesGrid[minute.weekday - 1]![(minute.hour + 18) % 24]! += 1;
    weeks.get(minute.week)!.delivered += 1;
  }
  for (const opening of opened) {
    weeks.get(minuteAt(opening.opens).week)!.promised += opening.window.doses;
  }
  for (const slot of input.slots.filter(({ startsAt }) => inside(startsAt))) {
    weeks.get(minuteAt(slot.startsAt).week)!.planned += 1;
  }
  const closed = opened.filter(({ closes }) => closes <= now);
  const slots = input.slots.filter(({ startsAt }) => inside(startsAt));
  const lost = slots.filter(
    (slot) =>
      !visits.some(
        (visit) =>
          (visit.open || visit.dose) &&
          visit.slots.has(slot.slotId) &&
          Math.abs(visit.from - slot.startsAt) <= 1440 * MINUTE,
      ) &&
      (slot.loss !== null || slot.endsAt <= now),
  );
  const length = (slot: { startsAt: number; endsAt: number }) =>
    (slot.endsAt - slot.startsAt) / MINUTE;
  const bySource = { manual: 0, gps: 0, 'manual+gps': 0, estimated: 0 } as Record<string, number>;
  for (const visit of started) bySource[source(visit.sources)]! += 1;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const notOffered = lost.filter((slot) => slot.loss === 'staffing').length;

  return {
    promised: {
      doses: sum(opened.map(({ window }) => window.doses)),
      minutes: sum(opened.map(({ window }) => window.doses * window.dwellMin)),
    },
    planned: { doses: slots.length, minutes: sum(slots.map(length)) },
    delivered: { doses: doses.filter((visit) => inside(visit.from)).length, minutes: patrol },
    personMinutes: person,
    minutesAboveCeiling: above,
    visits: {
      dose: started.filter((visit) => visit.dose).length,
      overCeiling: started.filter((visit) => visit.dose && visit.length > visit.ceiling).length,
      short: started.filter((visit) => !visit.dose).length,
      passThrough: visits.filter((visit) => visit.length < 3 && inside(visit.from)).length,
    },
    bySource,
    late: started.filter((visit) => visit.late).length,
    medianDwellMin: middle(started.map((visit) => visit.length)),
    dwellMin: quarters(started.map((visit) => visit.length)),
    longestGapHours: until > span.from ? longest / 60 : null,
    gaps: gapsOf(betweenDoses),
    streaks: streaksOf(
      input,
      minutes,
      opened.map(({ opens }) => minuteAt(opens).operationalDate),
      doses.filter((visit) => inside(visit.from)).map(({ from }) => minuteAt(from).operationalDate),
    ),
    windows: {
      kept: closed.filter(
        (opening) =>
          doses.filter((visit) => visit.answers === opening).length >= opening.window.doses,
      ).length,
      all: closed.length,
    },
    losses: ['call-out', 'staffing', 'weather', 'reprioritised', 'other']
      .map((reason) => {
        const because = lost.filter((slot) => slot.loss === reason);
        return { reason, count: because.length, minutes: sum(because.map(length)) };
      })
      .filter(({ count }) => count > 0),
    unexplained: {
      count: lost.filter((slot) => slot.loss === null).length,
      minutes: sum(lost.filter((slot) => slot.loss === null).map(length)),
    },
    plannedNotDelivered: lost.length,
    notOffered,
    missed: lost.length - notOffered,
    grid: { minutes: minutesGrid, doses: dosesGrid },
    weeks: [...weeks].map(([week, counts]) => ({ week, ...counts })),
  };
}
