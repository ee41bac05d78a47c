/** The promise ledger of the sample: Flen's eight promises in our own words (mission.md), and a year that goes towards them. */
import { addDays, datesFrom, isoWeekday } from '#core/calendar/calendar-date.ts';
import { operationalDateOf, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { focusEnds } from '#core/focus/weekly-focus.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';
import { type Activity, activityMinutes } from '#core/promises/activity.ts';
import { insertActivityVersion } from '../store/activities.ts';
import type { Executor } from '../store/database.ts';
import { hotSpots } from '../store/hot-spots.ts';
import { insertHandFigure } from '../store/promise-figures.ts';
import { insertPromiseVersion } from '../store/promises.ts';
import { insertSurveyFigure } from '../store/survey-figures.ts';
import { insertWeeklyFocus } from '../store/weekly-focus.ts';
import { ACTIVITY_PATTERNS, type ActivityPattern } from './sample-activities.ts';
import type { Random } from './sample-delivery.ts';
import { FIRST_TARGETS, PROMISES, SURVEY_FIGURES } from './sample-promises.ts';
import type { SampleFrame } from './sample-shifts.ts';

const RECORDED_BY = 'sample';

interface LedgerFrame extends SampleFrame {
  readonly random: Random;
  readonly now: EpochMs;
  readonly today: LocalDate;
  readonly year: string;
  /** On which the log begins. */
  readonly firstDay: LocalDate;
}

export async function fillLedger(
  tx: Executor,
  sample: SampleFrame & Pick<LedgerFrame, 'random' | 'now' | 'firstDay'>,
): Promise<void> {
  const today = operationalDateOf(sample.calendar, sample.now);
  const frame = { ...sample, today, year: today.slice(0, 4) };
  await fillPromises(tx, frame);
  for (const pattern of ACTIVITY_PATTERNS) await fillActivities(tx, frame, pattern);
  await fillSurveys(tx, frame);
  await fillFocus(tx, frame);
}

/** As of noon of a day, or of now where that is later. */
const recordedOn = ({ calendar, now }: LedgerFrame, date: LocalDate): EpochMs =>
  Math.min(now, startOfOperationalDate(calendar, date) + 6 * 3_600_000);

/** The sample's log begins in the middle of a year: a promise of doses begins with it. */
const firstDoseDay = ({ year, firstDay }: LedgerFrame): LocalDate =>
  firstDay.startsWith(year) ? `${firstDay.slice(0, 7)}-01` : `${year}-01-01`;

async function fillPromises(tx: Executor, frame: LedgerFrame): Promise<void> {
  const { municipality, makeId, year } = frame;
  for (const { figures, ...terms } of PROMISES) {
    const id = makeId();
    const from = terms.source === 'doses' ? firstDoseDay(frame) : `${year}-01-01`;
    const promise = { ...terms, id, municipality, from, to: `${year}-12-31` };
    const first = FIRST_TARGETS.find(({ number }) => number === terms.number);
    const versions = [
      { target: first?.target ?? terms.target, reason: '', date: `${year}-01-15` },
      ...(first ? [{ target: terms.target, reason: first.reason, date: `${year}-03-02` }] : []),
    ].filter(({ date }, index) => index === 0 || date <= frame.today);
    for (const [index, { target, reason, date }] of versions.entries()) {
      await insertPromiseVersion(tx, {
        ...promise,
        versionId: index === 0 ? id : makeId(),
        versionNumber: index + 1,
        target,
        reason,
        withdrawn: false,
        recordedBy: RECORDED_BY,
        recordedAt: recordedOn(frame, date),
      });
    }
    await fillFigures(tx, frame, id, figures);
  }
}

/** @param figures by month, from January on; those of months that are not over are left out */
async function fillFigures(
  tx: Executor,
  frame: LedgerFrame,
  promiseId: string,
  figures: readonly { readonly value: number; readonly source: string }[],
): Promise<void> {
  const { makeId, year, today } = frame;
  for (const [index, { value, source }] of figures.entries()) {
    const date = addDays(`${year}-${String(index + 1).padStart(2, '0')}-01`, 27);
    if (date > today || value === 0) continue;
    const recorded = { recordedBy: RECORDED_BY, recordedAt: recordedOn(frame, addDays(date, 6)) };
    await insertHandFigure(tx, {
      id: makeId(),
      promiseId,
      date,
      value,
      source,
      ...recorded,
      strike: null,
    });
  }
}

/** From the first day of the year to yesterday, on the pattern's weekdays, some of them called off. */
async function fillActivities(
  tx: Executor,
  frame: LedgerFrame,
  pattern: ActivityPattern,
): Promise<void> {
  const { municipality, makeId, random, year, today, calendar } = frame;
  const isTerm = (date: LocalDate) => date < `${year}-06-15` || date > `${year}-08-17`;
  for (const date of datesFrom(`${year}-01-08`, addDays(today, -1))) {
    if (!pattern.weekdays.includes(isoWeekday(date)) || random() > pattern.share) continue;
    if (pattern.inTerm && !isTerm(date)) continue;
    const place = pattern.places[Math.floor(random() * pattern.places.length)] ?? '';
    const { kind, start, end } = pattern;
    const adults = pattern.adults + Math.floor(random() * 3);
    const said = { municipality, kind, date, start, end, place, hotSpotId: null, adults };
    const id = makeId();
    const activity: Activity = { ...said, id, minutes: activityMinutes(calendar, said) };
    await insertActivityVersion(tx, {
      ...activity,
      versionId: id,
      versionNumber: 1,
      struck: false,
      reason: '',
      recordedBy: RECORDED_BY,
      recordedAt: recordedOn(frame, addDays(date, 1)),
    });
  }
}

async function fillSurveys(tx: Executor, frame: LedgerFrame): Promise<void> {
  const { municipality, makeId, now, year } = frame;
  for (const { yearsAgo, ...figure } of SURVEY_FIGURES) {
    await insertSurveyFigure(tx, {
      ...figure,
      id: makeId(),
      municipality,
      year: Number(year) - yearsAgo,
      source: 'Exempelsiffra, ingen verklig mätning',
      recordedBy: RECORDED_BY,
      recordedAt: now,
      strike: null,
    });
  }
}

const FOCUS = [
  {
    code: 'C2',
    daysAgo: 2,
    reason: 'Oro kring torget efter skoltid',
    source: 'EST, veckolägesbild',
  },
  { code: 'R2', daysAgo: 16, reason: 'Skadegörelse i gångtunneln', source: 'EST, veckolägesbild' },
  { code: 'H1', daysAgo: 37, reason: 'Stökigt vid hemmamatcher', source: 'Lägesbild oktober' },
] as const;

async function fillFocus(tx: Executor, frame: LedgerFrame): Promise<void> {
  const places = await hotSpots(tx, { municipality: frame.municipality });
  for (const { code, daysAgo, reason, source } of FOCUS) {
    const hotSpotId = places.find((place) => place.code === code)?.id;
    if (!hotSpotId) continue;
    const from = addDays(frame.today, -daysAgo);
    await insertWeeklyFocus(tx, {
      id: frame.makeId(),
      hotSpotId,
      from,
      to: focusEnds(from),
      endedOn: null,
      reason,
      source,
      recordedBy: RECORDED_BY,
      recordedAt: recordedOn(frame, from),
    });
  }
}
