/** What the week leaves missing, and why: always in sight. */
import type { WeekUnmet } from '#core/planner/week/week-unmet.ts';
import { reasonText } from '../plan/say.ts';
import { capital, shortClock, shortDay } from '../text/format.ts';
import { weekText } from '../text/week.ts';
import { shiftName } from './say.ts';
import { figures, isWaiting, planning, task, week } from './state.ts';
import { type UnmetLine, unmetLines } from './unmet-lines.ts';
import { addressOfShift } from './week-address.ts';

export function Unmet() {
  const words = weekText.value.unmet;
  const { unmet = [], totals } = figures.value ?? {};
  const missing = totals?.unmet ?? 0;
  return (
    <section
      class={`week-unmet${missing > 0 && !isWaiting.value ? ' some' : ''}`}
      aria-labelledby="week-unmet-title"
    >
      <h2 id="week-unmet-title">{missing > 0 ? words.title(missing) : words.none}</h2>
      {missing > 0 && (
        <ul aria-busy={planning.value !== null}>
          {unmetLines(unmet).map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ line: { first, all } }: { line: UnmetLine }) {
  const { reason, shiftId, hotSpotId } = first;
  const isOfWeek = reason.code in weekText.value.unmet.ofWeek;
  const shift = isOfWeek ? undefined : week.value?.shifts.find((one) => one.shiftId === shiftId);
  const when = shift ? capital(shiftName(shift)) : whenOf(first);
  return (
    <li>
      {shift === undefined ? (
        <span class="muted">{when}</span>
      ) : (
        <a href={addressOfShift(shift.shiftId, hotSpotId)}>{when}</a>
      )}
      <span>
        <b>{codesText(all)}</b> <span class="muted">{whyText(first)}</span>
      </span>
    </li>
  );
}

/** Of what is said of the whole week, its name; else the window. */
function whenOf({ reason, date, opens, closes }: WeekUnmet): string {
  const ofWeek = weekText.value.unmet.ofWeek[reason.code];
  return ofWeek ?? `${capital(shortDay(date))} ${shortClock(opens)}–${shortClock(closes)}`;
}

/** `R1 ×2, C3`: each hot spot once, in order of its first. */
function codesText(all: readonly WeekUnmet[]): string {
  const missing = new Map<string, number>();
  for (const one of all)
    missing.set(one.hotSpotId, (missing.get(one.hotSpotId) ?? 0) + one.missing);
  return [...missing]
    .map(([id, count]) => `${codeOf(id)}${count > 1 ? ` ×${count}` : ''}`)
    .join(', ');
}

const codeOf = (id: string): string =>
  task.value?.hotSpots.find((one) => one.id === id)?.code ?? '?';

function callSignOf(patrolId: string): string | undefined {
  const patrols = (week.value?.shifts ?? []).flatMap(({ patrols }) => patrols);
  return patrols.find(({ id }) => id === patrolId)?.callSign;
}

/** The week's own reasons, else the planner's. */
function whyText({ reason }: WeekUnmet): string {
  const own = weekText.value.unmet.reasons[reason.code];
  return own ?? reasonText(reason, { codeOf, callSignOf });
}
