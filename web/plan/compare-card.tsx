/** «Jämför med förra veckan»: this plan's starts beside those of the same shift a week before, hot spot by hot spot. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isoWeekday } from '#core/calendar/calendar-date.ts';
import {
  type ComparedHotSpot,
  comparePlans,
  type StartNow,
} from '#core/planner/bridge/compare-plans.ts';
import { call } from '../api.ts';
import { calendarRules } from '../state/settings.ts';
import { clock, shortDate, weekdayName } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { problemText } from '../text/problem.ts';
import { Card } from './card.tsx';
import type { WeekBefore } from './replies.ts';
import { now, placeById, shift, visits } from './state.ts';

type Told = { readonly reply: WeekBefore } | { readonly fault: unknown };
type ShiftBefore = NonNullable<WeekBefore['shift']>;
type VisitBefore = NonNullable<WeekBefore['visits']>[number];

export function CompareCard() {
  const told = useSignal<Told | null>(null);
  useEffect(() => {
    const ask = async () => {
      told.value = await weekBefore();
    };
    void ask();
  }, []);
  return (
    <Card title={planText.value.compare.title} back=".compare-button">
      <div class="compared" aria-busy={told.value === null}>
        <Answer told={told.value} />
      </div>
    </Card>
  );
}

async function weekBefore(): Promise<Told | null> {
  if (!shift.value) return null;
  try {
    return { reply: await call('getWeekBefore', { params: { id: shift.value.id } }) };
  } catch (fault) {
    return { fault };
  }
}

function Answer({ told }: { told: Told | null }) {
  const words = planText.value.compare;
  if (!told) return <p class="muted">{words.loading}</p>;
  if ('fault' in told) return <p class="wrong">{problemText(told.fault)}</p>;
  const { shift: then, visits: before } = told.reply;
  if (!then) return <p>{words.noShift}</p>;
  if (!before) return <p>{words.noPlan(dayOf(then), shortDate(then.date))}</p>;
  return <Comparison then={then} before={before} />;
}

const dayOf = ({ date }: ShiftBefore): string => weekdayName(isoWeekday(date));

function Comparison({ then, before }: { then: ShiftBefore; before: readonly VisitBefore[] }) {
  const words = planText.value.compare;
  const starts = before.map(({ startsAt, state, ...visit }) => ({
    ...visit,
    startsAt: Date.parse(startsAt),
    isDone: state === 'done',
  }));
  const { hotSpots, sameTime, firstInBoth } = comparePlans(starts, visits.value, calendarRules());
  const hasBeen = Date.parse(then.startsAt) <= now.value;
  const done = hasBeen ? starts.filter(({ isDone }) => isDone).length : null;
  const names = namesOf(before);
  const codes = firstInBoth.map((id) => names(id).code).sort(inCodeOrder);
  return (
    <>
      <p>
        {words.sumBefore(dayOf(then), shortDate(then.date), before.length, done)}{' '}
        <b>{words.sumNow(visits.value.length, sameTime)}</b>
      </p>
      <p>{words.firstStops(codes)}</p>
      <table class="measures">
        <thead>
          <tr>
            {[words.place, words.before, ...(hasBeen ? [words.made] : []), words.now].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {hotSpots
            .map((row) => ({ row, name: names(row.hotSpotId) }))
            .sort((a, b) => inCodeOrder(a.name.code, b.name.code))
            .map(({ row, name }) => (
              <Row key={row.hotSpotId} row={row} name={name} hasBeen={hasBeen} />
            ))}
        </tbody>
      </table>
      {sameTime > 0 && (
        <p class="muted" aria-hidden="true">
          {SAME} {words.legend}
        </p>
      )}
    </>
  );
}

const SAME = '=';

interface Named {
  readonly code: string;
  readonly name: string;
}

const inCodeOrder = (a: string, b: string): number => a.localeCompare(b, 'sv', { numeric: true });

/** By id: as it is called now, and of one that has been retired since, as it was called. */
function namesOf(before: readonly VisitBefore[]): (id: string) => Named {
  const then = new Map<string, Named>(before.map((visit) => [visit.hotSpotId, visit]));
  return (id) => placeById(id)?.properties ?? then.get(id) ?? { code: '?', name: '' };
}

function Row({ row, name, hasBeen }: { row: ComparedHotSpot; name: Named; hasBeen: boolean }) {
  const words = planText.value.compare;
  const { before, done, now: starts } = row;
  return (
    <tr>
      <th scope="row">
        <b>{name.code}</b> {name.name}
      </th>
      <td class="num">
        {before.map((at) => (
          <span key={at}>{clock(at)}</span>
        ))}
        {before.length === 0 && words.none}
      </td>
      {hasBeen && (
        <td class="num">{before.length > 0 ? words.doneOf(done, before.length) : '–'}</td>
      )}
      <td class="num">
        {starts.map((start) => (
          <Start key={start.startsAt} start={start} />
        ))}
        {starts.length === 0 && words.none}
      </td>
    </tr>
  );
}

function Start({ start: { startsAt, isSameTime } }: { start: StartNow }) {
  if (!isSameTime) return <span>{clock(startsAt)}</span>;
  return (
    <b>
      <i aria-hidden="true">{SAME}</i> {clock(startsAt)}
      <span class="visually-hidden"> ({planText.value.compare.sameTime})</span>
    </b>
  );
}
