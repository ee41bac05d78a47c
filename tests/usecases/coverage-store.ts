/** A database with two hot spots and seeded months of windows, plans and visits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { addDays } from '#core/calendar/calendar-date.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { LOSS_REASONS, NO_OUTCOME, NOT_SEARCHED, VISIT_SOURCES } from '#core/model.ts';
import { insertArea, insertMunicipality } from '../../server/store/areas.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { insertHotSpot } from '../../server/store/hot-spots.ts';
import { saveLoss, savePlan } from '../../server/store/plans.ts';
import { insertShift } from '../../server/store/shifts.ts';
import { insertVisitVersions, type VisitVersion } from '../../server/store/visits.ts';
import { insertWindow } from '../../server/store/windows.ts';

export const MINUTE = 60_000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface CoverageStore {
  readonly db: Database;
  readonly hotSpotIds: readonly string[];
  /** The version of a hot spot's border; here each has one, with the id of the hot spot. */
  readonly borderOf: (hotSpotId: string) => string;
  readonly close: () => Promise<void>;
}

const square = (lon: number, lat: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon, lat],
      [lon + 0.002, lat],
      [lon + 0.002, lat + 0.001],
      [lon, lat + 0.001],
      [lon, lat],
    ],
  ],
});

export async function coverageStore(hotSpots = 2): Promise<CoverageStore> {
  const folder = mkdtempSync(join(tmpdir(), 'fotspar-coverage-'));
  const db = await openDatabase(join(folder, 'test.sqlite'));
  const areaId = uuid();
  const hotSpotIds = Array.from({ length: hotSpots }, () => uuid());
  await db.writer.transaction().execute(async (tx) => {
    await insertArea(tx, { id: areaId, name: 'LPO', center: [16.587, 59.057] });
    await insertMunicipality(tx, areaId, { code: '0482', name: 'Flen' });
    for (const [index, id] of hotSpotIds.entries()) {
      await insertHotSpot(tx, {
        id,
        municipality: '0482',
        code: `R${index + 1}`,
        name: `Plats ${index + 1}`,
        whyHere: '',
        whySource: '',
        reviewDate: null,
        priority: 2,
        wantedGapHours: 24,
        tags: [],
        status: 'active',
        revision: 1,
        version: {
          id,
          hotSpotId: id,
          number: 1,
          validFrom: 0,
          geometry: square(16.58 + index * 0.004, 59.057),
          areaHa: 1,
          perimeterM: 400,
        },
      });
    }
  });
  const close = async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db, hotSpotIds, borderOf: (id) => id, close };
}

const HOURS = [
  ['21:00', '02:00'],
  ['14:00', '18:30'],
  ['02:00', '06:30'],
] as const;

/** Windows of all days, one of them edited on the way: what was promised before the edit stays promised. */
export async function addWindows({ db, hotSpotIds }: CoverageStore, from: string, edited: string) {
  for (const hotSpotId of hotSpotIds) {
    for (const [index, [start, end]] of HOURS.entries()) {
      const window = {
        hotSpotId,
        weekdays: [1, 3, 5, 6, 7],
        start,
        end,
        exceptions: [],
        dateFrom: null,
        dateTo: null,
        doses: 1 + (index % 2),
        dwellMin: 15,
        countsFromMin: 10,
        ceilingMin: 20,
        minGapMin: 60,
        crew: 2,
      };
      const isEdited = index === 0;
      const validTo = isEdited ? edited : null;
      await insertWindow(db.writer, { ...window, id: uuid(), validFrom: from, validTo });
      if (!isEdited) continue;
      const doses = window.doses + 1;
      await insertWindow(db.writer, {
        ...window,
        id: uuid(),
        doses,
        validFrom: edited,
        validTo: null,
      });
    }
  }
}

export interface MadeVisit {
  readonly hotSpotId: string;
  readonly startedAt: number;
  readonly minutes: number | null;
}

export function visitVersion(
  { hotSpotId, startedAt, minutes }: MadeVisit,
  over: Partial<VisitVersion> = {},
): VisitVersion {
  const id = uuid();
  return {
    id,
    versionId: id,
    versionNumber: 1,
    kind: 'create',
    reason: '',
    recordedBy: id,
    recordedAt: startedAt,
    hotSpotId,
    hotSpotVersionId: hotSpotId,
    patrolId: null,
    slotId: null,
    startedAt,
    endedAt: minutes === null ? null : startedAt + minutes * MINUTE,
    officers: 2,
    source: 'manual',
    late: false,
    outcome: NO_OUTCOME,
    note: '',
    voided: false,
    confirmedAt: null,
    ...over,
  };
}

/** A shift a day with a published plan; most planned visits are made, some are lost, some are made unplanned. */
export async function addDaysOfWork(
  { db, hotSpotIds, borderOf }: CoverageStore,
  from: string,
  days: number,
  random: () => number,
): Promise<void> {
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!;
  const minutes = (least: number, most: number) => least + Math.floor(random() * (most - least));
  await db.writer.transaction().execute(async (tx) => {
    for (let day = 0; day < days; day += 1) {
      const date = addDays(from, day);
      const dayStart = startOfOperationalDate(SWEDISH_RULES, date);
      const shiftId = uuid();
      const patrolId = uuid();
      const at = { startsAt: dayStart, endsAt: dayStart + 1440 * MINUTE };
      const base = { name: 'Stationen', lonLat: [16.59, 59.06] as const };
      const patrol = {
        id: patrolId,
        callSign: '31-1410',
        officers: 2,
        travels: 'foot' as const,
        ...at,
        base,
      };
      const patrols = [{ ...patrol, break: null, unavailable: [] }];
      await insertShift(tx, {
        id: shiftId,
        municipality: '0482',
        date,
        ...at,
        patrols,
        revision: 1,
      });
      const visits = hotSpotIds.flatMap((hotSpotId) =>
        Array.from({ length: minutes(0, 4) }, () => {
          const startsAt = dayStart + minutes(0, 1439) * MINUTE;
          const endsAt = startsAt + 15 * MINUTE;
          const ids = { id: uuid(), slotId: uuid(), patrolId, hotSpotId, windowId: uuid() };
          return { ...ids, startsAt, endsAt, pinned: false, reasons: [] };
        }),
      );
      const meta = {
        replannedBy: null,
        createdBy: uuid(),
        createdAt: dayStart,
        publishedAt: dayStart,
        revision: 1,
      };
      const plan = { id: uuid(), shiftId, number: 1, ...NOT_SEARCHED, value: 0 };
      const rest = { status: 'published' as const, visits, breaks: [], unmet: [], ...meta };
      await savePlan(tx, { ...plan, ...rest });
      const made: VisitVersion[] = [];
      for (const slot of visits) {
        const { slotId, hotSpotId } = slot;
        if (random() < 0.25) {
          await saveLoss(tx, slotId, pick(LOSS_REASONS), uuid(), slot.endsAt);
        } else if (random() < 0.8) {
          const startedAt = slot.startsAt + minutes(-10, 20) * MINUTE;
          const visit = { hotSpotId, startedAt, minutes: minutes(1, 32) };
          const source = pick(VISIT_SOURCES);
          made.push(visitVersion(visit, { patrolId, slotId, source, late: random() < 0.2 }));
        }
      }
      if (random() < 0.5) {
        const startedAt = dayStart + minutes(1380, 1439) * MINUTE;
        made.push(visitVersion({ hotSpotId: pick(hotSpotIds), startedAt, minutes: 90 }));
      }
      const within = made.map((visit) =>
        Object.assign(visit, { hotSpotVersionId: borderOf(visit.hotSpotId) }),
      );
      await insertVisitVersions(tx, within);
    }
  });
}
