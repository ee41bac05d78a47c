/** "Vi är borta till …": a call takes a patrol, the plan is mended with one press, and what was wrong is taken back with one. */
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { call } from '../api.ts';
import { calendarRules } from '../state/settings.ts';
import { clock, dateOf } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { shellText } from '../text/shell.ts';
import { announce } from './actions.ts';
import { choose } from './load.ts';
import type { ShiftReply } from './replies.ts';
import { instantInShift } from './shift-times.ts';
import { now, problem, shift } from './state.ts';

type PatrolReply = ShiftReply['patrols'][number];
type Span = NonNullable<PatrolReply['unavailable']>[number];

const USUAL_MS = 90 * 60_000;

interface AwayFormProps {
  readonly patrol: PatrolReply;
  readonly onDone: () => void;
}

export function AwayForm({ patrol, onDone }: AwayFormProps) {
  const words = planText.value;
  const usual = useSignal(usualSpan(patrol)).value;
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const span = spanOf(form.get('from') as string, form.get('to') as string);
    await setAway(patrol, [...(patrol.unavailable ?? []), span]);
    onDone();
  };
  return (
    <form class="away-form" onSubmit={(event) => void submit(event)}>
      <label>
        {words.awayFrom} <input name="from" type="time" required value={usual.from} />
      </label>
      <label>
        {words.awayTo} <input name="to" type="time" required value={usual.to} />
      </label>
      <button type="submit" class="button small">
        {shellText.value.save}
      </button>
    </form>
  );
}

/** The calls of a patrol so far, each to be taken back. */
export function AwaySpans({ patrol }: { patrol: PatrolReply }) {
  const spans = patrol.unavailable ?? [];
  if (spans.length === 0) return null;
  const words = planText.value;
  return (
    <ul class="away-spans">
      {spans.map((span) => (
        <li key={span.from}>
          {words.awaySpan(clock(span.from), clock(span.to))}
          <button
            type="button"
            class="button small quiet"
            onClick={() =>
              void setAway(
                patrol,
                spans.filter((one) => one !== span),
              )
            }
          >
            {words.awayUndo}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** From now an hour and a half, within the patrol's duty. */
function usualSpan({ startsAt, endsAt }: PatrolReply): { from: string; to: string } {
  const from = Math.max(now.value, Date.parse(startsAt));
  return { from: clock(from), to: clock(Math.min(from + USUAL_MS, Date.parse(endsAt))) };
}

function spanOf(from: string, to: string): Span {
  const startsAt = shift.value?.startsAt ?? '';
  const at = (time: string, isEnd: boolean) =>
    new Date(
      instantInShift(calendarRules(), dateOf(startsAt), clock(startsAt), time, isEnd),
    ).toISOString();
  return { from: at(from, false), to: at(to, true) };
}

async function setAway({ id, callSign }: PatrolReply, unavailable: readonly Span[]): Promise<void> {
  const known = shift.value;
  if (!known) return;
  const { municipality, startsAt, endsAt, revision } = known;
  const patrols = known.patrols.map((patrol) =>
    patrol.id === id ? { ...patrol, unavailable: [...unavailable] } : patrol,
  );
  try {
    await call('updateShift', {
      params: { id: known.id },
      body: { municipality, startsAt, endsAt, patrols },
      ifMatch: revision,
    });
    await choose(known.id);
    problem.value = null;
    announce(planText.value.awaySaved(callSign, unavailable.length > 0));
  } catch (error) {
    problem.value = error;
  }
}
