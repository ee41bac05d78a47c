/**
 * Before and after: incidents in the hot spots, in the ring round them and in the rest of the municipality, with what can
 * be said of the difference and, more often in a small town, why nothing can.
 */
import type { TimeSpan } from '../model.ts';
import type { Plane } from '../walking/network.ts';
import { type BeforeAfter, type Displacement, displacement } from './displacement.ts';
import { type Interval, poissonInterval } from './exact-intervals.ts';
import { type Incident, middleOf } from './incident.ts';
import type { PlaneArea } from './plane-area.ts';
import { RING_WIDTHS_M, type RingWidth, type Zone, zoneAt } from './rings.ts';
import { type Change, changeBetween, eventsNeeded, leastDetectableFall } from './small-numbers.ts';

export interface EffectInput {
  readonly incidents: readonly Incident[];
  /** The hot spots looked at, and all there are. */
  readonly treated: readonly PlaneArea[];
  readonly all: readonly PlaneArea[];
  readonly plane: Plane;
  readonly before: TimeSpan;
  readonly after: TimeSpan;
}

export interface ZoneEffect extends BeforeAfter {
  readonly beforeInterval: Interval;
  readonly afterInterval: Interval;
  readonly change: Change;
}

export interface RingEffect {
  readonly ringM: RingWidth;
  readonly treated: ZoneEffect;
  readonly ring: ZoneEffect;
  readonly control: ZoneEffect;
  readonly displacement: Displacement;
}

export interface Effect {
  readonly rings: readonly RingEffect[];
  /** What the base period lets be seen: the least fall, null where none; and what a fall by a quarter and by half would need. */
  readonly sample: {
    readonly base: number;
    readonly leastFall: number | null;
    readonly forQuarter: number;
    readonly forHalf: number;
  };
}

export function effectOf(input: EffectInput): Effect {
  const placed = input.incidents.flatMap((incident) => {
    const when = periodOf(middleOf(incident), input);
    const [x, y] = when ? input.plane.toXY(incident.lonLat) : [0, 0];
    return when ? [{ when, x, y, count: incident.count }] : [];
  });
  const exposure = length(input.after) / length(input.before);
  const rings = RING_WIDTHS_M.map((ringM) => {
    const zone = zoneAt(input.treated, input.all, ringM);
    const counts = new Map<Zone, { before: number; after: number }>();
    for (const { when, x, y, count } of placed) {
      const at = zone(x, y);
      const known = counts.get(at) ?? { before: 0, after: 0 };
      known[when] += count;
      counts.set(at, known);
    }
    const of = (at: Zone) => zoneEffect(counts.get(at) ?? { before: 0, after: 0 }, exposure);
    const [treated, ring, control] = [of('treated'), of('ring'), of('control')];
    return {
      ringM,
      treated,
      ring,
      control,
      displacement: displacement({ treated, ring, control }),
    };
  });
  return { rings, sample: sampleOf(rings[0]?.treated.before ?? 0) };
}

const length = ({ from, to }: TimeSpan) => to - from;

function periodOf(at: number, { before, after }: EffectInput): 'before' | 'after' | null {
  if (before.from <= at && at < before.to) return 'before';
  return after.from <= at && at < after.to ? 'after' : null;
}

function zoneEffect({ before, after }: BeforeAfter, exposure: number): ZoneEffect {
  return {
    before,
    after,
    beforeInterval: poissonInterval(before),
    afterInterval: poissonInterval(after),
    change: changeBetween(before, after, exposure),
  };
}

const sampleOf = (base: number): Effect['sample'] => ({
  base,
  leastFall: leastDetectableFall(base),
  forQuarter: Math.ceil(eventsNeeded(0.75)),
  forHalf: Math.ceil(eventsNeeded(0.5)),
});
