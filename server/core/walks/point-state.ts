/** Where the points of a walk stand: what is left to do, what is late, and how the sum of them reads. */
import type { LocalDate } from '../model.ts';
import type { PointStatus, WalkPoint } from './walk.ts';

const TO_DO: ReadonlySet<PointStatus> = new Set(['open', 'in-progress']);

/** Nobody has finished it, and nobody has said that it will not be done. */
export const isToDo = ({ status }: Pick<WalkPoint, 'status'>): boolean => TO_DO.has(status);

/** The day on which it was due has passed. A point without a day is never late. */
export function isOverdue(
  { status, dueDate }: Pick<WalkPoint, 'status' | 'dueDate'>,
  today: LocalDate,
): boolean {
  return isToDo({ status }) && dueDate !== null && dueDate < today;
}

export interface PointCounts {
  readonly all: number;
  readonly toDo: number;
  /** Of those to do. */
  readonly overdue: number;
  readonly done: number;
  readonly willNotBeDone: number;
}

type Counted = Pick<WalkPoint, 'status' | 'dueDate'>;

export function countPoints(points: readonly Counted[], today: LocalDate): PointCounts {
  const count = (is: (point: Counted) => boolean) => points.filter(is).length;
  return {
    all: points.length,
    toDo: count(isToDo),
    overdue: count((point) => isOverdue(point, today)),
    done: count(({ status }) => status === 'done'),
    willNotBeDone: count(({ status }) => status === 'will-not-be-done'),
  };
}
