/** Fills a fresh database with 17 weeks of sample shifts, plans and visits, and shifts to come; the same for the same day and seed; labelled as a sample. */
import { v7 as uuid } from 'uuid';
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate, PlannedVisit, TimeWindow } from '#core/model.ts';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import { seededRandom } from '#core/planner/random.ts';
import { solve } from '#core/planner/solve.ts';
import { USUAL_TOLERANCE } from '#core/planner/vary/vary-plan.ts';
import type { Services } from '../services.ts';
import { fact, municipalities, rememberFact } from '../store/areas.ts';
import { type AuditEntry, appendAudit } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';
import { borderAt, hotSpots } from '../store/hot-spots.ts';
import { saveLoss, savePlan } from '../store/plans.ts';
import { insertShift, type StoredShift } from '../store/shifts.ts';
import { insertVisitVersions, type VisitVersion } from '../store/visits.ts';
import { moveBorder } from '../usecases/places/edit-hot-spot.ts';
import { planningBasis } from '../usecases/plans/planning-basis.ts';
import { deliver, type Random, sampleOutcome } from './sample-delivery.ts';
import { insertSampleIncidents } from './sample-incidents.ts';
import { fillLedger } from './sample-ledger.ts';
import { samplePublications } from './sample-publication.ts';
import { SAMPLE_WEEKS, type SampleFrame, sampleShifts, shiftAt } from './sample-shifts.ts';
import { insertWalks, openWindow, sampleWalks, windowFrom } from './sample-walks.ts';

const HOUR = 3_600_000;
const SYSTEM = { id: 'sample', username: 'sample', role: null };
const ROUNDS = 400;

/** The Monday on which the sample begins, counted back from today. */
export function sampleStart({ calendar, clock }: Services): string {
  const today = operationalDateOf(calendar, clock());
  return addDays(today, 1 - isoWeekday(today) - (SAMPLE_WEEKS - 1) * 7);
}

/** @param onProgress called with the share that is done */
export async function fillSample(
  services: Services,
  seed: number,
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const frame = await frameOf(services, seed);
  const random = seededRandom(seed).share;
  const now = services.clock();
  const past = sampleShifts(sampleStart(services), SAMPLE_WEEKS, frame).filter(
    ({ endsAt }) => endsAt < now - HOUR,
  );
  const today = operationalDateOf(services.calendar, now);
  const afterWalk = past.findIndex(({ date }) => date >= windowFrom(today));
  let windowId: string | null = null;
  for (const [index, shift] of past.entries()) {
    if (index === Math.floor(past.length * 0.6)) await widenStation(services, shift.startsAt);
    if (index === afterWalk) windowId = await openWalkWindow(services, today, frame);
    await workShift(services, shift, random);
    onProgress((index + 1) / past.length);
  }
  await workShift(services, shiftOfToday(frame, now), random, now);
  await services.db.writer.transaction().execute(async (tx) => {
    const next = nextNight(frame, now);
    await insertShift(tx, next);
    for (const shift of comingShifts(services, next, frame)) await insertShift(tx, shift);
    await insertSampleIncidents(tx, services, frame, seed);
    const firstDay = sampleStart(services);
    await fillLedger(tx, { ...frame, random: seededRandom(seed + 1).share, now, firstDay });
    await insertWalks(tx, sampleWalks(today, frame), windowId, frame);
    await rememberFact(tx, 'sampleData', true);
    const entry: AuditEntry = {
      action: 'sample.fill',
      entity: 'installation',
      entityId: null,
      detail: { seed },
    };
    await appendAudit(tx, [entry], SYSTEM, now);
  });
  await samplePublications(services, frame.municipality);
}

const openWalkWindow = ({ db }: Services, today: LocalDate, frame: SampleFrame) =>
  db.writer.transaction().execute((tx) => openWindow(tx, today, frame));

async function frameOf({ db, calendar, clock }: Services, seed: number): Promise<SampleFrame> {
  const home = (await municipalities(db.reader)).find(({ code }) => code === '0482');
  const base = await fact(db.reader, 'base');
  if (!home || !base) throw new Error('Set the database up before filling it with a sample');
  const bytes = seededRandom(seed ^ 0x5eed);
  const msecs = clock();
  const makeId = () =>
    uuid({ msecs, random: Uint8Array.from({ length: 16 }, () => bytes.below(256)) });
  return { municipality: home.code, base, calendar, makeId };
}

/** A shift that is on now, so that an officer's screen has something to show at any hour. */
function shiftOfToday(frame: SampleFrame, now: EpochMs): StoredShift {
  const startsAt = Math.floor(now / HOUR) * HOUR - 2 * HOUR;
  const date = operationalDateOf(frame.calendar, startsAt);
  return shiftAt(date, startsAt, startsAt + 9 * HOUR, ['31-1410', '31-1420'], frame);
}

/** The next evening's shift, still to be planned. */
function nextNight(frame: SampleFrame, now: EpochMs): StoredShift {
  const startsAt = Math.ceil((now + 20 * HOUR) / HOUR) * HOUR;
  const date = operationalDateOf(frame.calendar, startsAt);
  return shiftAt(date, startsAt, startsAt + 10 * HOUR, ['31-1410', '31-1420', '31-1430'], frame);
}

/** The shifts of the rest of this week and of the next one, still to be planned. */
function comingShifts(services: Services, after: StoredShift, frame: SampleFrame): StoredShift[] {
  const thisMonday = addDays(sampleStart(services), (SAMPLE_WEEKS - 1) * 7);
  return sampleShifts(thisMonday, 2, frame).filter(({ startsAt }) => startsAt > after.endsAt);
}

/** Plans a shift with what is known at its start, publishes the plan, and lets it be carried out as shifts are. */
async function workShift(
  { db, calendar, map }: Services,
  shift: StoredShift,
  random: Random,
  until: EpochMs = shift.endsAt,
): Promise<void> {
  await db.writer.transaction().execute(async (tx) => {
    await insertShift(tx, shift);
    const world = { now: shift.startsAt - 1, calendar, network: map.network };
    const { input } = await planningBasis(tx, shift, world);
    const task = buildPlanningTask(input);
    const seed = Math.floor(random() * 1e6);
    const { plan } = solve(task.problem, {
      seed,
      iterations: ROUNDS,
      vary: { past: task.past, tolerance: USUAL_TOLERANCE, iterations: ROUNDS },
    });
    if (!plan) return;
    const proposed = planFromSolution(task, plan, uuid);
    // The shift that is on keeps its surplus: whoever tries the officer's screen then finds stops left at any hour.
    const isPast = until === shift.endsAt;
    const visits = isPast ? trimmed(proposed.visits, input.windows, random) : proposed.visits;
    const content = { ...proposed, visits };
    const published = {
      status: 'published',
      publishedAt: shift.startsAt - HOUR / 2,
      revision: 2,
    } as const;
    await savePlan(tx, {
      id: uuid(),
      shiftId: shift.id,
      number: 1,
      createdBy: SYSTEM.id,
      replannedBy: null,
      createdAt: shift.startsAt - HOUR,
      ...published,
      ...content,
    });
    await carryOut(tx, content.visits, random, until);
  });
}

/** Shift leads take most visits beyond a window's doses out of a proposal: their patrols have other work too. */
const SURPLUS_KEPT = 0.15;

function trimmed(
  visits: readonly PlannedVisit[],
  windows: readonly TimeWindow[],
  random: Random,
): PlannedVisit[] {
  const planned = new Map<string, number>();
  return visits.filter(({ windowId }) => {
    const number = (planned.get(windowId) ?? 0) + 1;
    planned.set(windowId, number);
    const doses = windows.find(({ id }) => id === windowId)?.doses ?? 1;
    return number <= doses || random() < SURPLUS_KEPT;
  });
}

async function carryOut(
  tx: Executor,
  planned: readonly PlannedVisit[],
  random: Random,
  until: EpochMs,
): Promise<void> {
  const versions: VisitVersion[] = [];
  for (const visit of planned.filter(({ endsAt }) => endsAt <= until)) {
    const fate = deliver(visit, random);
    if (fate.kind === 'visit') {
      if (fate.endedAt <= until) versions.push(await versionOf(tx, visit, fate, random));
    } else if (fate.reason) {
      await saveLoss(tx, visit.slotId, fate.reason, SYSTEM.id, visit.endsAt);
    }
  }
  await insertVisitVersions(tx, versions);
}

type Made = Extract<ReturnType<typeof deliver>, { kind: 'visit' }>;

async function versionOf(
  tx: Executor,
  planned: PlannedVisit,
  { startedAt, endedAt, source, late }: Made,
  random: Random,
): Promise<VisitVersion> {
  const id = uuid({ msecs: startedAt });
  const hotSpotVersionId = await borderAt(tx, planned.hotSpotId, startedAt);
  if (!hotSpotVersionId) throw new Error(`The hot spot ${planned.hotSpotId} has no border`);
  return {
    id,
    versionId: id,
    versionNumber: 1,
    kind: 'create',
    reason: '',
    recordedBy: SYSTEM.id,
    recordedAt: endedAt + (late ? 3 * HOUR : 0),
    hotSpotId: planned.hotSpotId,
    hotSpotVersionId,
    patrolId: planned.patrolId,
    slotId: planned.slotId,
    startedAt,
    endedAt,
    officers: 2,
    source,
    late,
    outcome: sampleOutcome(random),
    note: '',
    voided: false,
    confirmedAt: null,
  };
}

/** One border moves in the middle of the sample: the station's grows to take in the platform's stairs. */
async function widenStation({ db, calendar }: Services, now: EpochMs): Promise<void> {
  await db.writer.transaction().execute(async (tx) => {
    const station = (await hotSpots(tx)).find(({ code }) => code === 'R1');
    const { geometry } = station?.version ?? {};
    if (!station || geometry?.type !== 'Polygon') return;
    const widened = geometry.coordinates.map((ring) =>
      ring.map(([lon = 0, lat = 0]) => [lon < 16.5885 ? lon - 0.0003 : lon, lat]),
    );
    const by = {
      id: SYSTEM.id,
      username: SYSTEM.username,
      role: 'chief',
      municipality: null,
    } as const;
    const border = { versionId: uuid(), geometry: { type: 'Polygon', coordinates: widened } };
    await moveBorder(tx, station.id, border, station.revision, { by, now, calendar });
  });
}
