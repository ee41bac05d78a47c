/** A shift in the head of its day: when, who, how far its plan has come, and how much of their time it takes. */
import { loadCeiling } from '#core/planner/bridge/dose-worth.ts';
import type { ShiftFigures } from '#core/planner/week/shift-figures.ts';
import { shortDay } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { weekText } from '../text/week.ts';
import type { WeekShiftReply } from './replies.ts';
import { shiftTime } from './say.ts';
import { changes } from './state.ts';
import { addressOfShift } from './week-address.ts';

interface ShiftHeadProps {
  readonly shift: WeekShiftReply;
  readonly figures: ShiftFigures;
}

export function ShiftHead({ shift, figures }: ShiftHeadProps) {
  const words = weekText.value.shift;
  const count = shift.patrols.length;
  const changed = changes.value.get(shift.shiftId) ?? 0;
  return (
    <>
      <a class="shift-head" href={addressOfShift(shift.shiftId)}>
        <span class="visually-hidden">{words.open(shortDay(shift.date))} </span>
        <span class="line">
          <b>{shiftTime(shift)}</b>
          <span class="muted">{count === 0 ? words.noPatrols : planText.value.patrols(count)}</span>
        </span>
        <Status figures={figures} />
        {changed > 0 && <span class="changed">{words.changed(changed)}</span>}
      </a>
      {figures.status === 'published' && <HandoverLink shift={shift} />}
    </>
  );
}

/** What the shift did and leaves to the next, from when it has begun. */
function HandoverLink({ shift }: { shift: WeekShiftReply }) {
  if (Date.parse(shift.startsAt) > Date.now()) return null;
  return (
    <a class="shift-handover no-print" href={`/mitt-pass/overlamning?pass=${shift.shiftId}`}>
      {planText.value.handover}
      <span class="visually-hidden"> {shortDay(shift.date)}</span>
    </a>
  );
}

function Status({ figures }: { figures: ShiftFigures }) {
  const words = weekText.value.shift;
  const { status } = figures;
  const load = status === null ? null : loadOf(figures);
  return (
    <>
      <span class="line">
        <span class={`status ${status ?? 'none'}`}>
          <i aria-hidden="true" />
          {status === null ? words.none : planText.value.status[status]}
        </span>
        {load && (
          <span class="muted">
            <span class="visually-hidden">{words.load} </span>
            {load.percent}&nbsp;%
            <span class="visually-hidden"> {words.ofMost(load.most)}</span>
          </span>
        )}
      </span>
      {load && (
        <span
          class={`load${load.percent > load.most ? ' over' : ''}`}
          title={`${load.percent} ${words.ofMost(load.most)}`}
          aria-hidden="true"
        >
          <i style={{ width: `${Math.min(100, (100 * load.percent) / load.most)}%` }} />
        </span>
      )}
    </>
  );
}

/** Walking and visits as a share of all patrols' time on duty, and the ceiling, in percent; null: nobody is on duty. */
function loadOf({ patrols }: ShiftFigures) {
  const sum = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0);
  const onDuty = sum(patrols.map(({ onDutyMin }) => onDutyMin));
  if (onDuty === 0) return null;
  const percentOf = (minutes: number) => Math.round((100 * minutes) / onDuty);
  return {
    percent: percentOf(sum(patrols.map(({ busyMin }) => busyMin))),
    most: percentOf(sum(patrols.map(({ onDutyMin }) => loadCeiling(onDutyMin)))),
  };
}
