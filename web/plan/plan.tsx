/** Planera: tonight's shift and its demand at the left, the map as the page, the timeline under it, «varför» on demand. */
import './plan.css';
import './side.css';
import './card.css';
import './timeline.css';
import './visit-block.css';
import './narrow.css';
import './print.css';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Failed, Loading } from '../frame/states.tsx';
import { settings } from '../state/settings.ts';
import { planText } from '../text/plan.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';
import { undo } from './actions.ts';
import { Brief } from './brief.tsx';
import { Conflict } from './conflict.tsx';
import { DemandList } from './demand-list.tsx';
import { reload, start } from './load.ts';
import { setPaper } from './paper.ts';
import { PlanActions } from './plan-actions.tsx';
import { PlanBar } from './plan-bar.tsx';
import { PlanMap } from './plan-map.tsx';
import { PlanTable } from './plan-table.tsx';
import { PlanViews } from './plan-views.tsx';
import { RadioLog } from './radio-log.tsx';
import { prepareSearch } from './search-in-browser.ts';
import { ShiftPanel } from './shift-panel.tsx';
import { announcement, loading, now, problem, shift, undoable } from './state.ts';
import { Refusal, Timeline } from './timeline.tsx';
import { WhyCard } from './why-card.tsx';

const REFRESH_MS = 30_000;

export function PlanScreen() {
  const { query, route } = useLocation();
  /** What the address asks for is shown once: from there on the shift is chosen on the page. */
  const open = async () => {
    await start(query);
    prepareSearch();
    if (query.pass !== undefined) route('/planera', true);
  };
  useEffect(() => {
    void open();
    const timer = setInterval(() => {
      now.value = Date.now();
      void reload().catch(() => null);
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => setPaper('A5'), []);
  if (loading.value) return <Loading />;
  if (!shift.value && problem.value)
    return <Failed error={problem.value} again={() => void start()} />;
  return (
    <div class="plan">
      <aside class="plan-side" aria-label={planText.value.shift}>
        <PlanViews current="shift" date={shift.value?.date} />
        <ShiftPanel />
        <RadioLog />
        {shift.value && <DemandList />}
        {shift.value && <PlanActions />}
      </aside>
      <div class="plan-map">
        <PlanMap />
        <WhyCard />
        <Messages />
      </div>
      {shift.value && (
        <section class="plan-timeline" aria-label={planText.value.timeline}>
          <PlanBar />
          <div class="timeline-scroll">
            <Timeline />
          </div>
          <Refusal />
          <PlanTable />
        </section>
      )}
      <Brief />
    </div>
  );
}

function Messages() {
  return (
    <div class="plan-messages">
      {settings.value?.walking === 'straight' && <p class="notice">{planText.value.straight}</p>}
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      <Conflict />
      <p
        class={announcement.value ? 'notice toast' : 'visually-hidden'}
        role="status"
        aria-live="assertive"
      >
        {announcement.value}
        {undoable.value && announcement.value && (
          <button type="button" class="button small" onClick={undo}>
            {shellText.value.undo}
          </button>
        )}
      </p>
    </div>
  );
}
