/** «Vecka»: seven days of shifts planned as one; what each hot spot gets, day by day, and what it does not. */
import './week.css';
import './week-table.css';
import './week-narrow.css';
import './week-print.css';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { setPaper } from '../plan/paper.ts';
import { PlanViews } from '../plan/plan-views.tsx';
import { may } from '../state/session.ts';
import { weekName } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { weekText } from '../text/week.ts';
import { showWeek } from './load.ts';
import { failure, fault, figures, isLoading, planning, task, week } from './state.ts';
import { Unmet } from './unmet.tsx';
import { WeekActions } from './week-actions.tsx';
import { readWeek, weekSpan } from './week-address.ts';
import { WeekChooser } from './week-chooser.tsx';
import { WeekFocus } from './week-focus.tsx';
import { WeekSummary } from './week-summary.tsx';
import { WeekTable } from './week-table.tsx';
import { WeekToast } from './week-toast.tsx';

export function WeekScreen() {
  const { query } = useLocation();
  const from = readWeek(query);
  useEffect(() => {
    void showWeek(from);
  }, [from]);
  useEffect(() => {
    const comeBack = () => {
      if (!document.hidden && !planning.value) void showWeek(from);
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, [from]);
  useEffect(() => () => planning.value?.controller.abort(), []);
  useEffect(() => setPaper('A4 landscape'), []);
  useEffect(() => {
    document.title = `${weekName(from)} – ${planText.value.title} – Fotspår`;
  }, [from, weekText.value]);
  return (
    <div class="week" aria-busy={isLoading.value}>
      <header class="week-top">
        <PlanViews current="week" />
        <WeekChooser from={from} />
        <WeekActions />
      </header>
      {fault.value !== null && (
        <p class="notice error week-fault no-print" role="alert">
          {fault.value}
        </p>
      )}
      <Body from={from} />
    </div>
  );
}

function Body({ from }: { from: string }) {
  if (failure.value !== null)
    return <Failed error={failure.value} again={() => void showWeek(from)} />;
  if (!week.value || !task.value || !figures.value) return <Loading />;
  if (week.value.shifts.length === 0) return <NoShifts />;
  if (task.value.hotSpots.length === 0) return <NoHotSpots />;
  return (
    <>
      <div class="week-line">
        <WeekSummary />
        <WeekFocus />
        <WeekToast />
      </div>
      <WeekTable caption={weekText.value.table.caption(`${weekName(from)}, ${weekSpan(from)}`)} />
      <Unmet />
    </>
  );
}

function NoShifts() {
  const words = weekText.value.noShifts;
  return (
    <Empty title={words.title}>
      <p class="muted">{words.text}</p>
      <a class="button primary" href="/planera">
        {words.link}
      </a>
    </Empty>
  );
}

function NoHotSpots() {
  const words = weekText.value.noHotSpots;
  return (
    <Empty title={words.title}>
      <p class="muted">{words.text}</p>
      {may('createHotSpot') && (
        <a class="button primary" href="/hot-spots">
          {words.link}
        </a>
      )}
    </Empty>
  );
}
