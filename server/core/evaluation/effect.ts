/**
 * Before and after: incidents in the hot spots, in the ring round them and in the rest of the municipality, with what can
 * be said of the difference and, more often in a small town, why nothing can.
 */
import type { TimeSpan } from '../model.ts';
import type { Plane } from '../walking/network.ts';
import {
  type BeforeAfter,
  type Displacement,
  type DisplacementCounts,
  displacement,
} from './displacement.ts';
import { type Interval, poissonInterval } from './exact-intervals.ts';
import { type Incident, middleOf } from './incident.ts';
import type { PlaneArea } from './plane-area.ts';
import { RING_WIDTHS_M, type RingWidth, type Zone, zoneAt } from './rings.ts';
import {
  type Change,
  type ChangeAgainst,
  changeAgainst,
  changeBetween,
  eventsNeeded,
  leastDetectableFall,
} from './small-numbers.ts';

export interface EffectInput {
  readonly incidents: readonly Incident[];
  /** The hot spots looked at, and all there are. */
  readonly treated: readonly PlaneArea[];
  readonly all: readonly PlaneArea[];
  readonly plane: Plane;
  readonly before: TimeSpan;
  readonly after: TimeSpan;
  /** Whether incidents are known of both periods as a whole: of what is not, nothing is compared. */
  readonly covered: boolean;
}

/** The incidents do not reach over both periods. */
interface NotCovered {
  readonly known: false;
  readonly reason: 'not-covered';
}

export interface ZoneEffect extends BeforeAfter {
  readonly beforeInterval: Interval;
  readonly afterInterval: Interval;
  readonly change: Change | NotCovered;
  /** Against the control's trend; null for the control itself. */
  readonly against: ChangeAgainst | NotCovered | null;
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
  const rings = RING_WIDTHS_M.map((ringM) => {
    const zone = zoneAt(input.treated, input.all, ringM);
    const counts = new Map<Zone, { before: number; after: number }>();
    for (const { when, x, y, count } of placed) {
      const at = zone(x, y);
      const known = counts.get(at) ?? { before: 0, after: 0 };
      known[when] += count;
      counts.set(at, known);
    }
    const of = (at: Zone) => counts.get(at) ?? { before: 0, after: 0 };
    return ringEffect(input, ringM, {
      treated: of('treated'),
      ring: of('ring'),
      control: of('control'),
    });
  });
  return { rings, sample: sampleOf(rings[0]?.treated.before ?? 0, exposureOf(input)) };
}

const NOT_COVERED: NotCovered = { known: false, reason: 'not-covered' };

function ringEffect(input: EffectInput, ringM: RingWidth, counts: DisplacementCounts): RingEffect {
  const { treated, ring, control } = counts;
  const zone = (at: BeforeAfter, against: ChangeAgainst | null): ZoneEffect => ({
    ...at,
    beforeInterval: poissonInterval(at.before),
    afterInterval: poissonInterval(at.after),
    change: input.covered ? changeBetween(at.before, at.after, exposureOf(input)) : NOT_COVERED,
    against: against && !input.covered ? NOT_COVERED : against,
  });
  return {
    ringM,
    treated: zone(treated, changeAgainst(treated, control)),
    ring: zone(ring, changeAgainst(ring, control)),
    control: zone(control, null),
    displacement: input.covered ? displacement(counts) : NOT_COVERED,
  };
}

const length = ({ from, to }: TimeSpan) => to - from;

/** How much longer the later period is. */
const exposureOf = ({ before, after }: EffectInput) => length(after) / length(before);

function periodOf(at: number, { before, after }: EffectInput): 'before' | 'after' | null {
  if (before.from <= at && at < before.to) return 'before';
  return after.from <= at && at < after.to ? 'after' : null;
}

const sampleOf = (base: number, exposure: number): Effect['sample'] => ({
  base,
  leastFall: leastDetectableFall(base, exposure),
  forQuarter: Math.ceil(eventsNeeded(0.75, exposure)),
  forHalf: Math.ceil(eventsNeeded(0.5, exposure)),
});
