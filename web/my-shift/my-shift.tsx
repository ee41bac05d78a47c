/** Mitt pass: the next action is the page. */
import './my-shift.css';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Failed, Loading } from '../frame/states.tsx';
import { storageTrouble } from '../outbox/outbox.ts';
import { SnapshotAge } from '../pwa/snapshot-age.tsx';
import { StorageNotice } from '../pwa/storage-notice.tsx';
import { useReadiness } from '../pwa/use-readiness.ts';
import { visitIsOpen } from '../state/open-visit.ts';
import { myShiftText } from '../text/my-shift.ts';
import { ChoosePatrol } from './choose-patrol.tsx';
import { EndedVisit } from './ended-visit.tsx';
import { LateVisit } from './late-visit.tsx';
import { NextStop } from './next-stop.tsx';
import { RunningVisit } from './running-visit.tsx';
import { mine, online, openVisit, problem, refresh, tick, type Visit } from './state.ts';
import { StatusChip } from './status-chip.tsx';
import { StopList } from './stop-list.tsx';

export type View = 'next' | 'late' | 'list';

const REFRESH_MS = 30_000;

export function MyShift() {
  useEffect(() => {
    void refresh();
    const clock = setInterval(() => {
      tick.value = Date.now();
    }, 1000);
    const poll = setInterval(() => void refresh(), REFRESH_MS);
    const again = () => void refresh();
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(clock);
      clearInterval(poll);
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, []);
  useSignalEffect(() => {
    visitIsOpen.value = openVisit.value !== null;
  });
  useReadiness(mine.value !== null && online.value, Boolean(mine.value?.patrolId));
  if (mine.value === null) {
    return problem.value ? (
      <Failed error={problem.value} again={() => void refresh()} />
    ) : (
      <Loading />
    );
  }
  return (
    <div class="my-shift">
      <h1 class="visually-hidden">{myShiftText.value.title}</h1>
      <div>
        <StatusChip />
        {!online.value && <SnapshotAge of="getMyShift" />}
        {storageTrouble.value === null && <StorageNotice />}
      </div>
      <Now />
    </div>
  );
}

function Now() {
  const view = useSignal<View>('next');
  const ended = useSignal<Visit | null>(null);
  const words = myShiftText.value;
  if (!mine.value?.shift) {
    return (
      <div class="my-shift-body centered">
        <h2>{words.noShift.title}</h2>
        <p class="muted">{words.noShift.text}</p>
      </div>
    );
  }
  if (openVisit.value)
    return (
      <RunningVisit
        visit={openVisit.value}
        onEnded={(visit) => {
          ended.value = visit;
        }}
      />
    );
  if (ended.value)
    return (
      <EndedVisit
        visit={ended.value}
        onDone={() => {
          ended.value = null;
        }}
      />
    );
  if (!mine.value.patrolId) return <ChoosePatrol />;
  const show = (next: View) => () => {
    view.value = next;
  };
  if (view.value === 'late') {
    return (
      <LateVisit
        onLogged={(visit) => {
          ended.value = visit;
          view.value = 'next';
        }}
        onBack={show('next')}
      />
    );
  }
  if (view.value === 'list') return <StopList onBack={show('next')} />;
  return <NextStop onLate={show('late')} onList={show('list')} />;
}
