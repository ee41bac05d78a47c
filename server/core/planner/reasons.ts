/**
 * Why a visit is planned and why a target is not met, as codes with values; the words are in web/text.
 * Minutes are the problem's; the bridge turns those that stand under `opens`, `closes` and `start` into instants.
 */

/**
 * | code | values | says |
 * |---|---|---|
 * | `pinned` | – | a person put it there |
 * | `hours-since-dose` | hours, wanted | hours since the hot spot's last dose before this shift, and the gap wanted |
 * | `never-dosed` | wanted | no dose on record |
 * | `earlier-in-plan` | minutes, number | the plan has a visit there so long before this one; this is visit `number` |
 * | `window` | opens, closes, number, target | dose `number` of the `target` that the window wants |
 * | `beyond-target` | number, target | the window's target is met; there was time for more |
 * | `shortened` | minutes, usual | shorter than usual, so that the plan has room for one visit more |
 * | `priority` | priority, weight | of the hot spot; and what the window's first dose is worth |
 * | `worth` | worth, share | plan's value less its value without the visit; and as a share of the whole, in percent |
 */
export type VisitReasonCode =
  | 'pinned'
  | 'hours-since-dose'
  | 'never-dosed'
  | 'earlier-in-plan'
  | 'window'
  | 'beyond-target'
  | 'shortened'
  | 'priority'
  | 'worth';

/**
 * In the order they are tried; the first that holds is given.
 *
 * | code | values | says |
 * |---|---|---|
 * | `too-few-officers` | needed, most | no patrol has the crew the window needs |
 * | `no-patrol` | opens, closes | no patrol is on duty in the window, or can get there and back |
 * | `gap-allows` | most, gap, spacing | while a patrol can be there, the gap allows only so many visits |
 * | `room-left` | patrol | this patrol has time for it: it was taken out, or lost, after the plan was made |
 * | `locked-visit` | patrol, hotspot, start | this locked visit stands in the way |
 * | `load-ceiling` | patrol, most | it would fit, were the patrol planned for more than its ceiling of minutes |
 * | `costs-more` | hotspot, window, loss | forced in, the plan loses a visit there and is worth so much less |
 * | `no-plan-found` | – | none of these could be shown; not that it is impossible |
 */
export type UnmetReasonCode =
  | 'too-few-officers'
  | 'no-patrol'
  | 'gap-allows'
  | 'room-left'
  | 'locked-visit'
  | 'load-ceiling'
  | 'costs-more'
  | 'no-plan-found';

export type ReasonCode = VisitReasonCode | UnmetReasonCode;

export interface VisitReason {
  readonly code: VisitReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface UnmetReason {
  readonly code: UnmetReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}
