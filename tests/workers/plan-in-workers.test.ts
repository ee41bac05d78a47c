import { describe, expect, test } from 'vitest';
import { solve } from '#core/planner/solve.ts';
import { planInWorkers } from '../../server/workers/plan-in-workers.ts';
import { flenNight } from '../core/planner/flen-night.ts';

const night = flenNight(2, 3);

const order = { problem: night, seed: 9, strands: 1, timeMs: 60_000, iterations: 200 };

describe('planning in worker threads', () => {
  test('gives the plan that the same seed and rounds give anywhere', async () => {
    const there = await planInWorkers(order);
    expect(there).toEqual(solve(night, { seed: 9, iterations: 200 }));
  });

  test('in two strands gives the same plan each time, and no worse than one', async () => {
    const two = { ...order, strands: 2, iterations: 30 };
    const [first, again] = [await planInWorkers(two), await planInWorkers(two)];
    const one = await planInWorkers({ ...two, strands: 1 });
    expect(again).toEqual(first);
    expect(first.plan?.strands).toBe(2);
    expect(first.plan?.bestValue).toBeGreaterThanOrEqual(one.plan?.bestValue ?? 0);
  });

  test('ends when its time is up, however many rounds are left', async () => {
    const { plan } = await planInWorkers({ ...order, timeMs: 200, iterations: 1e9 });
    expect(plan?.iterations).toBeGreaterThan(0);
  });

  test('tells how far it has come', async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    await planInWorkers({ ...order, iterations: 1000 }, { onProgress });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('is gone when it is cancelled, a minute before its time', async () => {
    const cancel = new AbortController();
    const onProgress = () => cancel.abort(new Error('changed my mind'));
    const options = { signal: cancel.signal, onProgress };
    await expect(planInWorkers({ ...order, iterations: 1e9 }, options)).rejects.toThrow(
      'changed my mind',
    );
  });

  test('does not start when cancelled before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(planInWorkers(order, { signal })).rejects.toThrow('too late');
  });

  test('fails with the error that ended a worker', async () => {
    const problem = {
      ...night,
      walk: [],
      hotspots: [{ ...night.hotspots[0]!, windows: [] }],
      patrols: null!,
    };
    await expect(planInWorkers({ ...order, problem })).rejects.toThrow(TypeError);
  });
});
