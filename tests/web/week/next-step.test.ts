import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../web/week/next-step.ts';
import type { WeekShiftReply } from '../../../web/week/replies.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');

type Plan = WeekShiftReply['plan'];

const plan = (status: 'draft' | 'published') => ({ status }) as Plan;

const shift = (startsAt: string, newest: Plan, patrols = 1) => ({
  startsAt,
  plan: newest,
  patrols: Array.from({ length: patrols }, () => ({}) as WeekShiftReply['patrols'][number]),
  isOpen: Date.parse(startsAt) > NOW && patrols > 0 && newest?.status !== 'published',
});

describe('the week asks', () => {
  test('to be planned while a shift ahead has no plan, also where others have drafts', () => {
    const shifts = [
      shift('2026-12-01T14:00:00Z', plan('draft')),
      shift('2026-12-02T14:00:00Z', null),
    ];
    expect(nextStep(shifts, NOW)).toBe('plan');
  });

  test('to be published once each has one', () => {
    const shifts = [
      shift('2026-12-01T14:00:00Z', plan('published')),
      shift('2026-12-02T14:00:00Z', plan('draft')),
    ];
    expect(nextStep(shifts, NOW)).toBe('publish');
  });

  test('for nothing when all is published, and says so', () => {
    expect(nextStep([shift('2026-12-01T14:00:00Z', plan('published'))], NOW)).toBe('published');
  });

  test('for patrols where the shifts that are left have none', () => {
    const shifts = [
      shift('2026-12-01T14:00:00Z', plan('published')),
      shift('2026-12-02T14:00:00Z', null, 0),
    ];
    expect(nextStep(shifts, NOW)).toBe('unstaffed');
  });

  test('for nothing when its last shift has begun', () => {
    expect(nextStep([shift('2026-11-30T11:00:00Z', null)], NOW)).toBe('over');
  });
});
