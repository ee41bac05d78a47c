/** "Borta 23:30–01:00": a call takes a patrol; the plan is mended afterwards with one press. */
import type { TargetedSubmitEvent } from 'preact';
import { call } from '../api.ts';
import { calendarRules } from '../state/settings.ts';
import { clock, dateOf } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { shellText } from '../text/shell.ts';
import { choose } from './load.ts';
import { instantInShift } from './shift-times.ts';
import { now, problem, shift } from './state.ts';

export function AwayForm({ patrolId, onDone }: { patrolId: string; onDone: () => void }) {
  const words = planText.value;
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await markAway(patrolId, form.get('from') as string, form.get('to') as string);
      onDone();
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <form class="away-form" onSubmit={(event) => void submit(event)}>
      <label>
        {words.awayFrom} <input name="from" type="time" required value={clock(now.value)} />
      </label>
      <label>
        {words.awayTo}{' '}
        <input name="to" type="time" required value={clock(now.value + 90 * 60_000)} />
      </label>
      <button type="submit" class="button small">
        {shellText.value.save}
      </button>
    </form>
  );
}

async function markAway(patrolId: string, from: string, to: string): Promise<void> {
  const known = shift.value;
  if (!known) return;
  const first = dateOf(known.startsAt);
  const start = clock(known.startsAt);
  const at = (time: string, isEnd: boolean) =>
    new Date(instantInShift(calendarRules(), first, start, time, isEnd)).toISOString();
  const span = { from: at(from, false), to: at(to, true) };
  const patrols = known.patrols.map((patrol) =>
    patrol.id === patrolId
      ? { ...patrol, unavailable: [...(patrol.unavailable ?? []), span] }
      : patrol,
  );
  const { id, municipality, startsAt, endsAt, revision } = known;
  await call('updateShift', {
    params: { id },
    body: { municipality, startsAt, endsAt, patrols },
    ifMatch: revision,
  });
  await choose(id);
}
