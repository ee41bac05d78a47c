import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { effectOf } from '#core/evaluation/effect.ts';
import type { Incident } from '#core/evaluation/incident.ts';
import { layArea } from '#core/evaluation/plane-area.ts';
import { RING_WIDTHS_M } from '#core/evaluation/rings.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import type { LonLat } from '#core/model.ts';
import { randomIncidents } from '../../support/sample-incidents.ts';
import { metresTo, walkedBorder } from './walked-border.ts';

const DAY = 86_400_000;
const BEFORE = { from: 0, to: 100 * DAY };
const AFTER = { from: 365 * DAY, to: 465 * DAY };
const [WEST, EAST, SOUTH, NORTH] = [16.59, 16.592, 59.05, 59.051];
const SHAPE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [WEST, SOUTH],
      [EAST, SOUTH],
      [EAST, NORTH],
      [WEST, NORTH],
      [WEST, SOUTH],
    ],
  ],
};
const AREA = layArea(SHAPE, swerefPlane);
const IN: LonLat = [16.591, 59.0505];
const IN_RING: LonLat = [16.591, NORTH + 70 / 111_400];
const FAR: LonLat = [16.6, 59.06];

const some = (count: number, lonLat: LonLat, { from }: { from: number }): Incident[] =>
  Array.from({ length: count }, (_, index) => ({
    category: 'other',
    from: from + index,
    to: null,
    lonLat,
    count: 1,
  }));

const effect = (incidents: Incident[], after = AFTER, covered = true) =>
  effectOf({
    incidents,
    treated: [AREA],
    all: [AREA],
    plane: swerefPlane,
    before: BEFORE,
    after,
    covered,
  });

const counted = [
  ...some(60, IN, BEFORE),
  ...some(30, IN, AFTER),
  ...some(40, IN_RING, BEFORE),
  ...some(38, IN_RING, AFTER),
  ...some(200, FAR, BEFORE),
  ...some(210, FAR, AFTER),
];

describe('before and after', () => {
  it('are what a loop over the incidents counts, in 200 seeded towns', () => {
    const border = walkedBorder(SHAPE);
    for (let seed = 1; seed <= 200; seed += 1) {
      const all = randomIncidents(seed, 60, { from: -10 * DAY, to: 480 * DAY }, IN)
        .map((one) => ({
          ...one,
          isInside: booleanPointInPolygon([...one.lonLat], SHAPE),
          metres: metresTo(border, one.lonLat),
        }))
        // A metre either side of a limit the walked points may tell another zone.
        .filter(({ metres }) =>
          [0, ...RING_WIDTHS_M].every((limit) => Math.abs(metres - limit) > 1),
        );
      for (const { ringM, treated, ring, control } of effect(all).rings) {
        const slow = all.map(({ from, to, count, isInside, metres }) => ({
          at: to === null ? from : (from + to) / 2,
          zone: isInside ? 'treated' : metres <= ringM ? 'ring' : 'control',
          count,
        }));
        const counted = (zone: string, { from, to }: typeof BEFORE) =>
          slow.reduce(
            (sum, one) =>
              one.zone === zone && from <= one.at && one.at < to ? sum + one.count : sum,
            0,
          );
        for (const [zone, found] of Object.entries({ treated, ring, control })) {
          const [before, after] = [counted(zone, BEFORE), counted(zone, AFTER)];
          expect(found, `seed ${seed}, ${zone}, ${ringM} m`).toMatchObject({ before, after });
        }
      }
    }
  }, 60_000);

  it('are counted in the hot spots, the ring and the rest, each with its interval', () => {
    const ring = effect(counted).rings.find(({ ringM }) => ringM === 100);
    expect(ring?.treated).toMatchObject({ before: 60, after: 30, change: { change: -0.5 } });
    expect(ring?.ring).toMatchObject({ before: 40, after: 38 });
    expect(ring?.ring.change).toEqual({ known: false, reason: 'base-too-small' });
    expect(ring?.control).toMatchObject({ before: 200, after: 210 });
    expect(ring?.displacement).toMatchObject({ known: true, reading: 'neither' });
  });

  it('have another ring by another width', () => {
    const [narrow] = effect(counted).rings;
    expect(narrow).toMatchObject({ ringM: 50, ring: { before: 0 }, control: { before: 240 } });
    expect(narrow?.displacement).toEqual({ known: false, reason: 'zero-cell' });
  });

  it('are told by the day where the periods are not equally long', () => {
    const twice = { from: AFTER.from, to: AFTER.to + 100 * DAY };
    const change = effect(counted, twice).rings[0]?.treated.change;
    expect(change?.known && change.change).toBeCloseTo(-0.75, 12);
  });

  it('place a span of time by its middle, and leave out what lies in neither', () => {
    const span = { category: 'other', lonLat: IN, count: 1 };
    const incidents = [
      { ...span, from: 99 * DAY, to: 100.5 * DAY },
      { ...span, from: 99.9 * DAY, to: 101 * DAY },
    ];
    expect(effect(incidents).rings[0]?.treated).toMatchObject({ before: 1, after: 0 });
  });

  it('are held against the rest, whose own trend is taken out', () => {
    const [, ring] = effect(counted).rings;
    const { against } = ring?.treated ?? {};
    expect(against?.known && against.change).toBeCloseTo(30 / 60 / (210 / 200) - 1, 12);
    expect(against?.known && against.high).toBeLessThan(-0.1);
    expect(ring?.ring.against).toEqual({ known: false, reason: 'base-too-small' });
    expect(ring?.control.against).toBeNull();
  });

  it('are not held against a rest that is too small to have a trend, which is said', () => {
    const few = counted.filter(({ lonLat }) => lonLat !== FAR);
    const [, ring] = effect([...few, ...some(40, FAR, BEFORE), ...some(40, FAR, AFTER)]).rings;
    expect(ring?.treated.against).toEqual({ known: false, reason: 'control-too-small' });
  });

  it('are not compared where the incidents do not reach over both', () => {
    const [, ring] = effect(counted, AFTER, false).rings;
    const refused = { known: false, reason: 'not-covered' };
    expect(ring?.treated).toMatchObject({ before: 60, change: refused, against: refused });
    expect(ring?.displacement).toEqual(refused);
  });

  it('say what sample would be enough, a longer period after needing fewer before', () => {
    const longer = { from: AFTER.from, to: AFTER.to + 300 * DAY };
    const { sample } = effect(counted, longer);
    expect(sample.forQuarter).toBeLessThan(140);
    expect(sample.forHalf).toBeLessThan(30);
  });

  it('say what sample would be enough', () => {
    const { sample } = effect(counted);
    expect(sample).toMatchObject({ base: 60, forQuarter: 222, forHalf: 50 });
    expect(sample.leastFall).toBeCloseTo(-0.45, 1);
  });
});
