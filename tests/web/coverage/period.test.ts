import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('document', { documentElement: {} });
const { addressOfScope, ofKind, periodName, periodOf, readScope } = await import(
  '../../../web/coverage/period.ts'
);

describe('the address of the coverage page', () => {
  it('carries period and municipality there and back', () => {
    const query = { from: '2026-09-01', to: '2026-12-31', kommun: '0482' };
    const scope = readScope(query);
    expect(scope.period.kind).toBe('tertial');
    expect(addressOfScope(scope)).toBe('/tackning?from=2026-09-01&to=2026-12-31&kommun=0482');
  });

  it.each([
    ['2026-11-01', '2026-11-30', 'month', 'November 2026'],
    ['2026-09-01', '2026-12-31', 'tertial', 'Tertial 3, 2026'],
    ['2026-10-01', '2026-12-31', 'quarter', 'Kvartal 4, 2026'],
    ['2026-01-01', '2026-12-31', 'year', '2026'],
    ['2026-11-05', '2026-11-30', 'any', '5 nov 2026 – 30 nov 2026'],
  ])('%s to %s is a %s called %s', (from, to, kind, name) => {
    const period = periodOf(from, to);
    expect(period.kind).toBe(kind);
    expect(periodName(period)).toBe(name);
  });

  it.each([
    {},
    { from: '2026-12-31', to: '2026-09-01' },
    { from: "'; drop", to: 'x' },
    { from: '2026-13-45', to: '2026-14-01' },
    { from: '2026-02-30', to: '2026-03-01' },
  ])('falls back to this tertial for %j', (query) => {
    expect(readScope(query).period.kind).toBe('tertial');
  });

  it('keeps an old year when its tertials are asked for', () => {
    expect(ofKind('tertial', periodOf('2024-01-01', '2024-12-31'))).toMatchObject({
      from: '2024-01-01',
      to: '2024-04-30',
    });
  });
});
