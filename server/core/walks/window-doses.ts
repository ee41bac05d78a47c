/** What has come of the time window that a point led to: the doses it promised, and those that answered it. */
import type { CoverageInput } from '../dosage/coverage-input.ts';
import { judge } from '../dosage/summarise-block.ts';
import { isDose } from '../dosage/visit-class.ts';
import type { Uuid } from '../model.ts';

export interface WindowDoses {
  readonly promised: number;
  readonly delivered: number;
}

/** The doses of one window in the input's span, up to `now`: a dose belongs where it starts. */
export function windowDoses(input: CoverageInput, windowId: Uuid): WindowDoses {
  const until = Math.min(input.span.to, input.now);
  const isWithin = (at: number) => input.span.from <= at && at < until;
  const { visits, occurrences } = judge(input);
  const opened = occurrences.filter((one) => one.windowId === windowId && isWithin(one.opens));
  const answering = visits.filter(
    (visit) => visit.answers?.windowId === windowId && isDose(visit.class) && isWithin(visit.from),
  );
  return {
    promised: opened.reduce((sum, { doses }) => sum + doses, 0),
    delivered: answering.length,
  };
}
