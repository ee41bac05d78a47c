/** The score card held against plain loops over the incidents, on 200 seeded random histories. */
import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Incident } from '#core/evaluation/incident.ts';
import { layArea } from '#core/evaluation/plane-area.ts';
import { scoreCard } from '#core/evaluation/score-card.ts';
import { studyArea, unionM2 } from '#core/evaluation/study-area.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import { areaHa } from '#core/geo/measure.ts';
import type { LonLat } from '#core/model.ts';
import { randomIncidents } from '../../support/sample-incidents.ts';

const FROM = Date.parse('2024-01-01T00:00:00Z');
const SPLIT = Date.parse('2025-09-01T00:00:00Z');
const UNTIL = Date.parse('2026-01-01T00:00:00Z');
const WEIGHTS: Record<string, number> = { theft: 10, violence: 60, damage: 5, other: 1 };
const weightOf = (category: string) => WEIGHTS[category] ?? 1;

const square = (lon: number, lat: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + 0.003, lat],
      [lon + 0.003, lat + 0.0015],
      [lon, lat + 0.0015],
      [lon, lat],
    ],
  ],
});
const DRAWN = [square(16.588, 59.0568), square(16.5945, 59.059)];

const corner = (lon: number, lat: number): LonLat => [lon, lat];
const NETWORK = {
  nodes: [corner(16.57, 59.05), corner(16.61, 59.05), corner(16.61, 59.065), corner(16.57, 59.065)],
  edges: [
    [0, 1, 2294] as const,
    [1, 2, 1671] as const,
    [2, 3, 2293] as const,
    [3, 0, 1671] as const,
  ],
};
const located = studyArea(NETWORK, [], swerefPlane);
if (!located) throw new Error('a square has an area');
const { study } = located;

const cardOf = (incidents: readonly Incident[]) =>
  scoreCard({
    incidents,
    places: DRAWN.map((geometry, index) => ({
      id: String(index),
      area: layArea(geometry, swerefPlane),
      areaM2: areaHa(geometry) * 10_000,
    })),
    unionM2: unionM2(DRAWN),
    study,
    split: SPLIT,
    until: UNTIL,
    weightOf,
    lastTwoTertials: null,
  });

/** The share of a row's minutes that lies between split and end, counted minute by minute where it is a span. */
function slowShare({ from, to }: Incident): number {
  if (to === null) return from >= SPLIT && from < UNTIL ? 1 : 0;
  let [inside, all] = [0, 0];
  for (let minute = from; minute < to; minute += 60_000) {
    all += 1;
    if (minute >= SPLIT && minute < UNTIL) inside += 1;
  }
  return inside / all;
}

const TOWN: Polygon = {
  type: 'Polygon',
  coordinates: [[...NETWORK.nodes.map((node) => [...node]), [16.57, 59.05]]],
};

/** A straight line of two kilometres in degrees bends by two decimetres on the ground. */
const isClearOfTownBorder = ({ lonLat: [, lat] }: Incident) =>
  Math.abs(lat - 59.05) > 1e-5 && Math.abs(lat - 59.065) > 1e-5;

describe('the score card', () => {
  it('catches what loops over the rows find, in 200 random histories', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const incidents = randomIncidents(seed, 150 + seed, { from: FROM, to: UNTIL }).filter(
        isClearOfTownBorder,
      );
      let [all, caught, harm, harmAll] = [0, 0, 0, 0];
      for (const incident of incidents) {
        if (!booleanPointInPolygon([...incident.lonLat], TOWN)) continue;
        const events = slowShare(incident) * incident.count;
        all += events;
        harmAll += events * weightOf(incident.category);
        if (!DRAWN.some((shape) => booleanPointInPolygon([...incident.lonLat], shape))) continue;
        caught += events;
        harm += events * weightOf(incident.category);
      }
      const { drawn, held } = cardOf(incidents);
      expect(held.events, `seed ${seed}`).toBeCloseTo(all, 6);
      expect(drawn.caught.events, `seed ${seed}`).toBeCloseTo(caught, 6);
      expect(drawn.caught.harm, `seed ${seed}`).toBeCloseTo(harm, 6);
      if (!drawn.pai.known) continue;
      const share = DRAWN.reduce((sum, shape) => sum + areaHa(shape), 0) / areaHa(TOWN);
      expect(drawn.pai.value, `seed ${seed}`).toBeCloseTo(caught / all / share, 6);
      expect(drawn.harmHitRate).toMatchObject({ value: expect.closeTo(harm / harmAll, 8) });
    }
  }, 60_000);

  it('tells no share of fewer than fifty incidents, only how many there are', () => {
    const few = randomIncidents(3, 60, { from: FROM, to: UNTIL });
    const { drawn, held } = cardOf(few);
    expect(held.whole).toBeLessThan(50);
    expect(drawn.hitRate).toEqual({ known: false, reason: 'too-few' });
    expect(drawn.pei).toEqual({ known: false, reason: 'too-few' });
  });

  it('measures against the densest cells of the same area, and nothing beats the best possible', () => {
    const { drawn, densest, cellM } = cardOf(randomIncidents(5, 2000, { from: FROM, to: UNTIL }));
    expect(Math.abs(densest.size.areaM2 - drawn.size.areaM2)).toBeLessThanOrEqual(cellM ** 2);
    for (const { pei } of [drawn, densest])
      expect(pei.known && pei.value).toBeLessThanOrEqual(1.001);
  });

  it('says of a place without incidents that it should be kept an eye on, where two tertials are known', () => {
    const away = randomIncidents(11, 400, { from: FROM, to: UNTIL }, [16.6, 59.054]).filter(
      ({ lonLat: [lon] }) => lon > 16.598,
    );
    const judged = scoreCard({
      incidents: away,
      places: [{ id: 'a', area: layArea(DRAWN[0] ?? square(0, 0), swerefPlane), areaM2: 28_000 }],
      unionM2: 28_000,
      study,
      split: SPLIT,
      until: UNTIL,
      weightOf,
      lastTwoTertials: { from: Date.parse('2025-05-01T00:00:00Z'), to: UNTIL },
    });
    expect(judged.places[0]?.suggestion).toMatchObject({
      advice: 'retire',
      reason: 'none-in-two-tertials',
    });
  });
});
