/** The planning of a week, beside the page's own thread; each step is told as it comes. */
import { v7 as uuid } from 'uuid';
import { planWeek, type WeekResult, type WeekStep } from '#core/planner/week/plan-week.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';

export interface WeekOrder {
  readonly task: WeekTask;
  readonly seed: number;
  readonly timeMs: number;
}

export type WeekMessage =
  | { readonly kind: 'step'; readonly step: WeekStep }
  | { readonly kind: 'done'; readonly result: WeekResult };

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
const say = (message: WeekMessage): void => self.postMessage(message);

self.addEventListener('message', ({ data: { task, ...search } }: MessageEvent<WeekOrder>) => {
  const steps = planWeek(task, { ...search, makeId: uuid });
  let next = steps.next();
  for (; !next.done; next = steps.next()) say({ kind: 'step', step: next.value });
  say({ kind: 'done', result: next.value });
});
