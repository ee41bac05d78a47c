import { describe, expect, it } from 'vitest';
import { CoverageMemory } from '../../server/usecases/coverage/coverage-memory.ts';
import { FactMemory } from '../../server/usecases/coverage/fact-memory.ts';

const PLACE = 'R1';
const SEPTEMBER = { from: 1000, to: 2000 };

const settled = (value: string) => ({
  value,
  dependsOn: SEPTEMBER,
  countedAt: 5000,
  settled: true,
});

describe('a fact about a hot spot', () => {
  it('is recalled until something in its time changes', () => {
    const memory = new FactMemory<string>();
    memory.keep(PLACE, 'september', settled('7 doses'), memory.generationOf(PLACE));
    memory.touch(PLACE, { from: 2000, to: 3000 });
    expect(memory.recall(PLACE, 'september', 6000)).toBe('7 doses');
    memory.touch(PLACE, { from: 1999, to: 2001 });
    expect(memory.recall(PLACE, 'september', 6000)).toBeUndefined();
  });

  it('is not kept when it was overtaken while it was counted', () => {
    const memory = new FactMemory<string>();
    const generation = memory.generationOf(PLACE);
    memory.touch(PLACE, SEPTEMBER);
    memory.keep(PLACE, 'september', settled('7 doses'), generation);
    expect(memory.recall(PLACE, 'september', 6000)).toBeUndefined();
  });

  it('that time still changes is good for five seconds', () => {
    const memory = new FactMemory<string>();
    memory.keep(PLACE, 'now', { ...settled('3 doses'), settled: false }, 0);
    expect(memory.recall(PLACE, 'now', 9999)).toBe('3 doses');
    expect(memory.recall(PLACE, 'now', 10_000)).toBeUndefined();
  });

  it('is never told to a clock that stands before it was counted', () => {
    const memory = new FactMemory<string>();
    memory.keep(PLACE, 'september', settled('7 doses'), 0);
    expect(memory.recall(PLACE, 'september', 4999)).toBeUndefined();
  });
});

describe('the same question asked by many', () => {
  it('is answered once', async () => {
    const memory = new CoverageMemory();
    let made = 0;
    const make = async () => `answer ${(made += 1)}`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => memory.shared('tertial', 1000, make)),
    );
    expect(new Set(answers)).toEqual(new Set(['answer 1']));
  });

  it('is answered anew after a change, even while the old answer is being made', async () => {
    const memory = new CoverageMemory();
    const old = memory.shared('tertial', 1000, async () => 'old');
    memory.touch(PLACE, SEPTEMBER);
    const fresh = memory.shared('tertial', 1000, async () => 'new');
    expect(await Promise.all([old, fresh])).toEqual(['old', 'new']);
  });

  it('is asked again after a failure', async () => {
    const memory = new CoverageMemory();
    const failing = memory.shared('tertial', 1000, () => Promise.reject(new Error('disk')));
    await expect(failing).rejects.toThrow('disk');
    expect(await memory.shared('tertial', 1000, async () => 'fine')).toBe('fine');
  });
});
