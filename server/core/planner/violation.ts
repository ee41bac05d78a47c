/** A broken rule of a plan, as a code and figures; the words are in web/text. */

/**
 * | code | values |
 * |---|---|
 * | `not-whole-minute` | start |
 * | `unknown-hot-spot` | hotspot |
 * | `unknown-window` | hotspot, window |
 * | `outside-window` | hotspot, start, end, open, close |
 * | `too-far` (cannot have walked there by then) | hotspot, start, earliest, walk |
 * | `not-back-in-time` | back, end |
 * | `overlaps` (starts before what precedes it has ended) | start, free |
 * | `past` (put at a time that has been) | start, now |
 * | `on-a-call` (falls in a span when the patrol is away) | start, from, to |
 * | `break-outside` | start, earliest, latest |
 * | `break-missing`, `break-twice`, `no-break-due` | breaks |
 * | `gap` | hotspot, start, other, spacing, apart |
 * | `gap-to-last-shift` | hotspot, start, last, spacing, apart |
 * | `gap-to-other-shift` (a visit that another shift plans) | hotspot, start, other, spacing, apart |
 * | `over-load` | busy, most |
 * | `crew` | hotspot, officers, needed |
 * | `locked-missing` | hotspot, start |
 * | `unknown-patrol`, `patrol-missing` | – |
 */
export type ViolationCode =
  | 'not-whole-minute'
  | 'unknown-hot-spot'
  | 'unknown-window'
  | 'outside-window'
  | 'too-far'
  | 'not-back-in-time'
  | 'overlaps'
  | 'past'
  | 'on-a-call'
  | 'break-outside'
  | 'break-missing'
  | 'break-twice'
  | 'no-break-due'
  | 'gap'
  | 'gap-to-last-shift'
  | 'gap-to-other-shift'
  | 'over-load'
  | 'crew'
  | 'locked-missing'
  | 'unknown-patrol'
  | 'patrol-missing';

/** An item of the plan: the patrol's id and the place in its route. */
export interface ItemRef {
  readonly patrol: string;
  readonly item: number;
}

export interface Violation {
  readonly code: ViolationCode;
  readonly patrol: string;
  /** Place in the patrol's route; absent where the whole route is at fault. */
  readonly item?: number;
  /** The item that it clashes with. */
  readonly other?: ItemRef;
  readonly values: Readonly<Record<string, string | number>>;
}
