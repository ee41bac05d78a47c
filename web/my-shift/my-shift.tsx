/** Mitt pass: the next action is the page. */
import './my-shift.css';
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Failed, Loading } from '../frame/states.tsx';
import { GpsCard } from '../gps/gps-card.tsx';
import { gpsChip } from '../gps/state.ts';
import { storageTrouble } from '../outbox/outbox.ts';
import { SnapshotAge } from '../pwa/snapshot-age.tsx';
import { StorageNotice } from '../pwa/storage-notice.tsx';
import { useReadiness } from '../pwa/use-readiness.ts';
import { visitIsOpen } from '../state/open-visit.ts';
import { myShiftText } from '../text/my-shift.ts';
import { remakeWhenRefused } from './away.ts';
import { Away } from './away-screen.tsx';
import { ChoosePatrol } from './choose-patrol.tsx';
import { EndedVisit } from './ended-visit.tsx';
import { askedVisit } from './forgotten.ts';
import { ForgottenVisit } from './forgotten-visit.tsx';
import { LateVisit } from './late-visit.tsx';
import { refreshPlanning } from './my-planning.ts';
import { NextStop } from './next-stop.tsx';
import { RunningVisit } from './running-visit.tsx';
import { mine, online, openVisit, problem, refresh, tick, type Visit } from './state.ts';
import { StatusChip } from './status-chip.tsx';
import { StopList } from './stop-list.tsx';

export type View = 'next' | 'late' | 'list' | 'away';

const REFRESH_MS = 30_000;

async function ask(): Promise<void> {
  await refresh();
  await refreshPlanning();
}

export function MyShift() {
  const ended = useSignal<Visit | null>(null);
  useEffect(() => {
    void import('../gps/gps-session.ts').then(({ startGps }) => startGps());
  }, []);
  useEffect(() => {
    void ask();
    const stopRemaking = remakeWhenRefused();
    const clock = setInterval(() => {
      tick.value = Date.now();
    }, 1000);
    const poll = setInterval(() => void ask(), REFRESH_MS);
    const again = () => void ask();
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      stopRemaking();
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
        <StatusChip gps={gpsChip.value} />
        {!online.value && <SnapshotAge of="getMyShift" />}
        {storageTrouble.value === null && <StorageNotice />}
      </div>
      <Now ended={ended} />
      {!askedVisit.value && (
        <GpsCard
          onEnded={(visit) => {
            ended.value = visit;
          }}
        />
      )}
    </div>
  );
}

function Now({ ended }: { ended: Signal<Visit | null> }) {
  const view = useSignal<View>('next');
  const words = myShiftText.value;
  if (!mine.value?.shift) {
    return (
      <div class="my-shift-body centered">
        <h2>{words.noShift.title}</h2>
        <p class="muted">{words.noShift.text}</p>
      </div>
    );
  }
  if (askedVisit.value && !ended.value)
    return (
      <ForgottenVisit
        asked={askedVisit.value}
        onEnded={(visit) => {
          ended.value = visit;
        }}
      />
    );
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
  if (view.value === 'list') return <StopList onAway={show('away')} onBack={show('next')} />;
  if (view.value === 'away') return <Away onDone={show('next')} />;
  return <NextStop onLate={show('late')} onList={show('list')} />;
}
