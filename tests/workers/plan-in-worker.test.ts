import { describe, expect, test } from 'vitest';
import { solve } from '#core/planner/solve.ts';
import { planInWorker } from '../../server/workers/plan-in-worker.ts';
import { flenNight } from '../core/planner/flen-night.ts';

const night = flenNight(2, 3);

describe('planning in a worker thread', () => {
  test('gives the plan that the same seed and rounds give anywhere', async () => {
    const budget = { seed: 9, iterations: 200 };
    const there = await planInWorker(night, { ...budget, timeMs: 60_000 });
    expect(there).toEqual(solve(night, budget));
  });

  test('ends when its time is up, however many rounds are left', async () => {
    const { plan } = await planInWorker(night, { seed: 1, timeMs: 200, iterations: 1e9 });
    expect(plan?.iterations).toBeGreaterThan(0);
  });

  test('tells how far it has come', async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    await planInWorker(night, { seed: 1, timeMs: 60_000, iterations: 1000, onProgress });
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('is gone when it is cancelled, a minute before its time', async () => {
    const cancel = new AbortController();
    const onProgress = () => cancel.abort(new Error('changed my mind'));
    const options = { seed: 1, timeMs: 60_000, iterations: 1e9, signal: cancel.signal, onProgress };
    await expect(planInWorker(night, options)).rejects.toThrow('changed my mind');
  });

  test('does not start when cancelled before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(planInWorker(night, { seed: 1, timeMs: 1000, signal })).rejects.toThrow(
      'too late',
    );
  });

  test('fails with the error that ended the worker', async () => {
    const broken = { ...night, walk: [] };
    const noPlaces = {
      ...broken,
      hotspots: [{ ...night.hotspots[0]!, windows: [] }],
      patrols: null!,
    };
    await expect(planInWorker(noPlaces, { seed: 1, timeMs: 1000 })).rejects.toThrow(TypeError);
  });
});
