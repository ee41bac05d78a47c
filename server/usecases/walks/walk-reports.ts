/** Walks as they are read: the list with its sums, one walk with all that has come of it, and the lines of the export. */
import { localDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { chainOf } from '#core/walks/checked-again.ts';
import { countPoints, isOverdue, type PointCounts } from '#core/walks/point-state.ts';
import type { PointAnswer } from '#core/walks/walk.ts';
import { type WalkAdvice, walkAdvice } from '#core/walks/walk-advice.ts';
import type { Executor } from '../../store/database.ts';
import { type PhotoFacts, photosOfWalk } from '../../store/walk-photos.ts';
import {
  answersInForce,
  answersOfWalk,
  pointsOfWalk,
  pointsOfWalks,
  type StoredPoint,
} from '../../store/walk-points.ts';
import { type StoredWalk, walkById, walkLinks, walksOf } from '../../store/walks.ts';
import type { CoverageMemory } from '../coverage/coverage-memory.ts';
import type { Circumstances } from '../use-case.ts';
import { type MeasureInCourse, measureCourses } from './measure-course.ts';
import { municipalityOf, ownWalk } from './own-walks.ts';
import { measuresOfWalk } from './point-measures.ts';

export interface CountedWalk {
  readonly walk: StoredWalk;
  readonly points: PointCounts;
}

/** The walks that the actor may see, the latest first. */
export async function walkList(
  db: Executor,
  asked: string | null,
  { by, now, calendar }: Circumstances,
): Promise<{ readonly today: LocalDate; readonly walks: readonly CountedWalk[] }> {
  const municipality = municipalityOf(by, asked);
  const today = localDateOf(calendar, now);
  return { today, walks: await counted(db, municipality, today) };
}

async function counted(
  db: Executor,
  municipality: string | null,
  today: LocalDate,
): Promise<CountedWalk[]> {
  const points = groupBy(await pointsOfWalks(db, municipality), ({ walkId }) => walkId);
  const walks = await walksOf(db, municipality);
  return walks.map((walk) => ({ walk, points: countPoints(points.get(walk.id) ?? [], today) }));
}

export interface PointReport {
  readonly point: StoredPoint;
  readonly overdue: boolean;
  readonly answers: readonly PointAnswer[];
  readonly photos: readonly PhotoFacts[];
  readonly measures: readonly MeasureInCourse[];
}

export interface WalkReport {
  readonly today: LocalDate;
  readonly walk: StoredWalk;
  readonly counts: PointCounts;
  readonly points: readonly PointReport[];
  readonly advice: readonly WalkAdvice[];
  /** The walks that check each other, this one among them, in order. */
  readonly chain: readonly CountedWalk[];
}

/** @throws Problem not-found */
export async function walkReport(
  db: Executor,
  id: Uuid,
  { by, now, calendar }: Circumstances,
  memory: CoverageMemory,
): Promise<WalkReport> {
  const walk = await ownWalk(db, id, by);
  const today = localDateOf(calendar, now);
  const points = await pointsOfWalk(db, id);
  const answers = groupBy(await answersOfWalk(db, id), ({ pointId }) => pointId);
  const photos = groupBy(await photosOfWalk(db, id), ({ pointId }) => pointId);
  const measures = await measureCourses(
    db,
    await measuresOfWalk({ db, now, calendar, memory }, id),
  );
  return {
    today,
    walk,
    counts: countPoints(points, today),
    points: points.map((point) => ({
      point,
      overdue: isOverdue(point, today),
      answers: answers.get(point.id) ?? [],
      photos: photos.get(point.id) ?? [],
      measures: measures.get(point.id) ?? [],
    })),
    advice: walk.state === 'cancelled' ? [] : walkAdvice(walk),
    chain: await chainAround(db, walk, today),
  };
}

async function chainAround(
  db: Executor,
  { id, municipality }: StoredWalk,
  today: LocalDate,
): Promise<CountedWalk[]> {
  const walks: CountedWalk[] = [];
  for (const link of chainOf(id, await walkLinks(db, municipality))) {
    const walk = await walkById(db, link.id);
    const points = countPoints(await pointsOfWalk(db, link.id), today);
    if (walk) walks.push({ walk, points });
  }
  return walks;
}

export interface ExportedPoint {
  readonly walk: StoredWalk;
  readonly point: StoredPoint;
  readonly overdue: boolean;
  readonly answer: PointAnswer | null;
}

/** Every point that the actor may see, walk by walk, with the answer that holds. */
export async function exportedPoints(
  db: Executor,
  asked: string | null,
  { by, now, calendar }: Circumstances,
): Promise<ExportedPoint[]> {
  const municipality = municipalityOf(by, asked);
  const today = localDateOf(calendar, now);
  const walks = new Map((await walksOf(db, municipality)).map((walk) => [walk.id, walk]));
  const answers = await answersInForce(db, municipality);
  return (await pointsOfWalks(db, municipality)).flatMap((point) => {
    const walk = walks.get(point.walkId);
    const answer = answers.get(point.id) ?? null;
    return walk ? [{ walk, point, overdue: isOverdue(point, today), answer }] : [];
  });
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
