/** The week as a table: a row a hot spot, a column a day with its shifts above it. */
import { useEffect, useRef } from 'preact/hooks';
import { deliveryState } from '#core/dosage/hot-spot-state.ts';
import type { LocalDate } from '#core/model.ts';
import type { HotSpotWeek } from '#core/planner/week/hot-spot-week.ts';
import type { WeekHotSpot } from '#core/planner/week/week-task.ts';
import { StateMark } from '../map/state-mark.tsx';
import { capital, dayName, longHours, shortDate, shortDay } from '../text/format.ts';
import { weekText } from '../text/week.ts';
import { moveFocus } from '../ui/grid-keys.ts';
import { DayCell } from './day-cell.tsx';
import type { WeekReply } from './replies.ts';
import { ShiftHead } from './shift-head.tsx';
import { figures, isWaiting, planning, task, week } from './state.ts';
import { today } from './week-address.ts';
import { WeekLegend } from './week-dots.tsx';

export function WeekTable({ caption }: { caption: string }) {
  const words = weekText.value.table;
  const rows = rowsOf();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => showToday(scroller.current), [week.value?.from]);
  if (!week.value) return null;
  const { days, shifts } = week.value;
  return (
    <div class="week-body">
      <div class="week-scroll" ref={scroller} tabIndex={0} role="region" aria-label={caption}>
        <table class="week-table" aria-busy={planning.value !== null} onKeyDown={moveFocus}>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="name">{words.hotSpot}</span>
              </th>
              {days.map((date) => (
                <DayHead key={date} date={date} shifts={shifts} />
              ))}
              <th scope="col" class="sum" title={words.gapHelp}>
                <span class="name">{words.gap}</span>
              </th>
              <th scope="col" class="sum" title={words.streakHelp}>
                <span class="name">{words.streak}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ hotSpot, own }, row) => (
              <Row key={hotSpot.id} hotSpot={hotSpot} own={own} isFirst={row === 0} />
            ))}
          </tbody>
        </table>
      </div>
      <WeekLegend />
    </div>
  );
}

/** Where the table is wider than its window: today beside the names. */
function showToday(scroller: HTMLElement | null): void {
  const [names, day] = ['th', 'th.today'].map((what) => scroller?.querySelector<HTMLElement>(what));
  if (scroller && names && day) scroller.scrollLeft = day.offsetLeft - names.offsetWidth;
}

interface WeekRow {
  readonly hotSpot: WeekHotSpot;
  readonly own: HotSpotWeek;
}

/** Highest priority first, then by code: planning moves no row. */
function rowsOf(): WeekRow[] {
  const hotSpots = task.value?.hotSpots ?? [];
  return hotSpots
    .flatMap((hotSpot, index) => {
      const own = figures.value?.hotSpots[index];
      return own ? [{ hotSpot, own }] : [];
    })
    .sort(
      (a, b) =>
        a.hotSpot.priority - b.hotSpot.priority ||
        a.hotSpot.code.localeCompare(b.hotSpot.code, 'sv', { numeric: true }),
    );
}

interface DayHeadProps {
  readonly date: LocalDate;
  readonly shifts: WeekReply['shifts'];
}

function DayHead({ date, shifts }: DayHeadProps) {
  const words = weekText.value.table;
  const isToday = date === today();
  const own = shifts.flatMap((shift, index) => {
    const of = figures.value?.shifts[index];
    return shift.date === date && of ? [{ shift, of }] : [];
  });
  return (
    <th scope="col" abbr={dayName(date)} class={`day-column${isToday ? ' today' : ''}`}>
      <span class="day">
        {capital(shortDay(date))} <span class="muted">{shortDate(date)}</span>
        {isToday && <span class="visually-hidden">, {words.today}</span>}
      </span>
      {own.map(({ shift, of }) => (
        <ShiftHead key={shift.shiftId} shift={shift} figures={of} />
      ))}
      {own.length === 0 && <span class="no-shift">{words.noShift}</span>}
    </th>
  );
}

function Row({ hotSpot, own, isFirst }: WeekRow & { isFirst: boolean }) {
  const words = weekText.value.table;
  const { code, name, priority } = hotSpot;
  const shifts = week.value?.shifts ?? [];
  const isPressable = own.days.map(
    (day) => day.wanted > 0 && shifts.some(({ date }) => date === day.date),
  );
  return (
    <tr>
      <th scope="row">
        <span class="week-place">
          <StateMark state={stateOf(own)} />
          <b>{code}</b>
          <span>{name}</span>
          <span class="muted">{words.priority(priority)}</span>
        </span>
      </th>
      {own.days.map((day, index) => (
        <DayCell
          key={day.date}
          hotSpot={hotSpot}
          day={day}
          shifts={shifts.filter(({ date }) => date === day.date)}
          isStop={isFirst && index === isPressable.indexOf(true)}
        />
      ))}
      <LongestGap own={own} />
      <td class="sum streak">
        <b>{own.longestStreak}</b>
      </td>
    </tr>
  );
}

/** Against the gap that is wanted. */
function LongestGap({ own }: { own: HotSpotWeek }) {
  const words = weekText.value.table;
  const { longestGapHours, wantedGapHours, days } = own;
  const isBroken = days.some(({ breaks }) => breaks.includes('gap'));
  return (
    <td class={`sum gap${isWaiting.value ? ' unsettled' : ''}`}>
      {isBroken && <span class="rule-break">▲ </span>}
      <b>{longestGapHours === null ? words.noGap : longHours(longestGapHours)}</b>
      {isBroken && <span class="visually-hidden">, {words.gapTooLong}</span>}
      <span class="muted">{words.gapWanted(wantedGapHours)}</span>
    </td>
  );
}

/** How the week stands at a hot spot, made and planned against wanted; what breaks a rule is never in phase. */
function stateOf({ days }: HotSpotWeek) {
  const wanted = days.reduce((sum, day) => sum + day.wanted, 0);
  const covered = days.reduce((sum, { made, planned }) => sum + made + planned.length, 0);
  const state = deliveryState(covered, wanted);
  const isBroken = days.some(({ breaks }) => breaks.length > 0);
  return isBroken && (state === 'on' || state === 'above') ? 'behind-1' : state;
}
