/** The measures of a point as they followed each other, and what is known of the day on which one ended. */
import type { Uuid } from '#core/model.ts';
import { wasChanged, wasEverInForce } from '#core/walks/measure-course.ts';
import type { Executor } from '../../store/database.ts';
import { openedWithoutPoint, type StoredWindow } from '../../store/windows.ts';
import type { Measure } from './point-measures.ts';

export interface MeasureInCourse extends Measure {
  /** It was edited: what came of that is the point's next measure. */
  readonly changed: boolean;
  /**
   * What the hot spot opened on the day on which it ended for good. Whether any of it took its place nobody has said, so
   * it is told and its doses are not counted.
   */
  readonly openedThen: readonly StoredWindow[];
}

/** By point, in order of time; those that were never in force are left out. */
export async function measureCourses(
  db: Executor,
  measures: ReadonlyMap<Uuid, readonly Measure[]>,
): Promise<ReadonlyMap<Uuid, readonly MeasureInCourse[]>> {
  const courses = new Map<Uuid, readonly MeasureInCourse[]>();
  for (const [pointId, ofPoint] of measures) {
    const real = ofPoint.filter(({ window }) => wasEverInForce(window));
    const windows = real.map(({ window }) => window);
    const course: MeasureInCourse[] = [];
    for (const measure of real) {
      const changed = wasChanged(measure.window, windows);
      course.push({
        ...measure,
        changed,
        openedThen: changed ? [] : await openedThen(db, measure),
      });
    }
    courses.set(pointId, course);
  }
  return courses;
}

async function openedThen(db: Executor, { window }: Measure): Promise<StoredWindow[]> {
  const { hotSpotId, validTo } = window;
  if (validTo === null) return [];
  return (await openedWithoutPoint(db, hotSpotId, validTo)).filter(wasEverInForce);
}
