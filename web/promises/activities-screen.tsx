/** «Aktiviteter»: what adults do beside the patrol, entered in seconds by whoever did it. */
import './promises.css';
import './activities.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { addressOf, call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { activitiesText } from '../text/activities.ts';
import { promisesText } from '../text/promises.ts';
import { type Activity, ActivityForm } from './activity-form.tsx';
import { ActivityTable } from './activity-table.tsx';
import { amount } from './amounts.ts';
import { type Doing, useDoing } from './use-doing.tsx';
import { useLoaded } from './use-loaded.ts';
import { YearPicker } from './year-picker.tsx';
import { readYearScope, yearQuery } from './year-scope.ts';

export function ActivitiesScreen() {
  const { query } = useLocation();
  const scope = readYearScope(query);
  const words = activitiesText.value;
  const list = useLoaded(JSON.stringify(scope), (signal) =>
    call('listActivities', { query: yearQuery(scope), signal }),
  );
  const editing = useSignal<Activity | null>(null);
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  const { run, notice } = useDoing(list.reload);
  return (
    <div class="ledger" aria-busy={list.isLoading.value}>
      <div class="ledger-page">
        <SectionNav section="promises" />
        <div class="ledger-top">
          <div class="ledger-title">
            <h1>{words.title}</h1>
            <p class="muted">{totalsText(list.value.value)}</p>
          </div>
          <YearPicker path="/loften/aktiviteter" scope={scope} />
          <a
            class="button small no-print"
            href={addressOf('exportActivitiesCsv', {}, yearQuery(scope))}
            download
            target="_self"
          >
            {words.csv}
          </a>
        </div>
        <p class="muted ledger-intro">{words.intro}</p>
        {may('createActivity') && list.value.value && (
          <ActivityForm
            key={editing.value?.id ?? 'new'}
            edits={editing.value}
            known={list.value.value.activities}
            municipality={scope.municipality}
            run={run}
            onDone={() => {
              editing.value = null;
            }}
          />
        )}
        {notice}
        {list.failure.value !== null && (
          <Failed error={list.failure.value} again={() => void list.reload()} />
        )}
        {list.value.value ? (
          <ActivityTable
            activities={list.value.value.activities}
            onEdit={(activity) => {
              editing.value = activity;
            }}
            onStrike={(activity, said) => run(() => strike(activity, said))}
            onRestore={(activity) => void run(() => restore(activity))}
          />
        ) : (
          <Loading />
        )}
      </div>
    </div>
  );
}

function totalsText(list: WireReply<'listActivities'> | null): string {
  if (!list) return '';
  const { times, hours, adultHours } = list.totals;
  return activitiesText.value.totals(amount(times), amount(hours), amount(adultHours));
}

async function strike(
  { id, versionNumber }: Activity,
  said: { reason: string; noteConfirmed: boolean },
): Promise<Doing> {
  const body = { id: uuid(), basedOn: versionNumber, change: 'strike' as const, ...said };
  const struck = await call('changeActivity', { params: { id }, body });
  return { said: activitiesText.value.struckSaved, undo: async () => restore(struck) };
}

async function restore({ id, versionNumber }: Activity): Promise<Doing> {
  const body = { id: uuid(), basedOn: versionNumber, change: 'restore' as const };
  const restored = await call('changeActivity', { params: { id }, body });
  const reason = promisesText.value.justUndone;
  return {
    said: activitiesText.value.saved(
      activitiesText.value.kinds[restored.kind],
      restored.date,
      restored.adults,
    ),
    undo: async () => strike(restored, { reason, noteConfirmed: false }),
  };
}
