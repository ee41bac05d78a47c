/** What a hot spot has on a day: its doses, when they begin, and which rule breaks there. */
import type { HotSpotDay } from '#core/planner/week/hot-spot-week.ts';
import type { WeekHotSpot } from '#core/planner/week/week-task.ts';
import { clock } from '../text/format.ts';
import { weekText } from '../text/week.ts';
import type { WeekShiftReply } from './replies.ts';
import { isUnsettled, waitsOn } from './state.ts';
import { addressOfShift } from './week-address.ts';
import { WeekDots } from './week-dots.tsx';

interface DayCellProps {
  readonly hotSpot: WeekHotSpot;
  readonly day: HotSpotDay;
  /** Those of the day, in order of start. */
  readonly shifts: readonly WeekShiftReply[];
  /** The one stop of the tab key in the table. */
  readonly isStop: boolean;
}

export function DayCell({ hotSpot, day, shifts, isStop }: DayCellProps) {
  const hasAny = day.wanted > 0 || day.made > 0 || day.planned.length > 0;
  if (!hasAny)
    return (
      <td class={`day-cell${day.isOpen ? '' : ' closed'}`}>
        <span class="visually-hidden">{weekText.value.table.closed}</span>
      </td>
    );
  const shiftId = day.planned[0]?.shiftId ?? shifts[0]?.shiftId;
  const waiting = `${waitsOn(day.date) ? ' waiting' : ''}${isUnsettled(day.date) ? ' unsettled' : ''}`;
  const content = <DayContent day={day} />;
  return (
    <td class={`day-cell${waiting}`}>
      {shiftId === undefined ? (
        <div>{content}</div>
      ) : (
        <a href={addressOfShift(shiftId, hotSpot.id)} tabIndex={isStop ? 0 : -1}>
          {content}
        </a>
      )}
    </td>
  );
}

function DayContent({ day }: { day: HotSpotDay }) {
  const words = weekText.value.table;
  const { made, planned, wanted } = day;
  const broken = brokenText(day);
  return (
    <>
      <WeekDots day={day} />
      <span class="visually-hidden">{words.cell(made, planned.length, wanted)}</span>
      {planned.length > 0 && (
        <span class="starts">
          {planned.map(({ slotId, startsAt }) => (
            <span key={slotId}>{clock(startsAt)} </span>
          ))}
        </span>
      )}
      {broken !== null && <span class="rule-break">▲ {broken}</span>}
    </>
  );
}

/** Days without weigh more than a gap: where both break, the days are said. */
function brokenText({ breaks, without }: HotSpotDay): string | null {
  const words = weekText.value.table;
  if (breaks.includes('without')) return words.without(without);
  return breaks.includes('gap') ? words.gapBroken : null;
}
