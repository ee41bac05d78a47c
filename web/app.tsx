/** The frame round every screen, and which screen an address shows. Each screen is its own chunk. */

import { useEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { call } from './api.ts';
import { Banners } from './frame/banners.tsx';
import { guarded } from './frame/guarded.tsx';
import { Header } from './frame/header.tsx';
import { homeOf } from './frame/screens.ts';
import { Loading, NotFound } from './frame/states.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { may, role, session } from './state/session.ts';
import { settings } from './state/settings.ts';
import { shellText } from './text/shell.ts';

const MyShift = guarded(
  'getMyShift',
  lazy(() => import('./my-shift/my-shift.tsx').then((m) => m.MyShift)),
);

const Handover = guarded(
  'getHandover',
  lazy(() => import('./handover/handover-screen.tsx').then((m) => m.HandoverScreen)),
);

const Coverage = guarded(
  'getCoverage',
  lazy(() => import('./coverage/coverage-screen.tsx').then((m) => m.CoverageScreen)),
);

const Plan = guarded(
  'getPlanning',
  lazy(() => import('./plan/plan.tsx').then((m) => m.PlanScreen)),
);

const Week = guarded(
  'getWeek',
  lazy(() => import('./week/week-screen.tsx').then((m) => m.WeekScreen)),
);

const HotSpots = guarded(
  'listHotSpots',
  lazy(() => import('./hot-spots/hot-spots.tsx').then((m) => m.HotSpotsScreen)),
);

const Accounts = guarded(
  'listUsers',
  lazy(() => import('./accounts/accounts.tsx').then((m) => m.Accounts)),
);

const Log = guarded(
  'listAudit',
  lazy(() => import('./log/log.tsx').then((m) => m.Log)),
);

export function App() {
  return (
    <LocationProvider>
      <Start />
    </LocationProvider>
  );
}

/** Asks the two things that everything else needs. */
async function ask(): Promise<void> {
  settings.value ??= await call('getSettings', {});
  session.value = await call('getSession', {}).catch(() => null);
}

function Start() {
  useEffect(() => {
    void ask();
  }, []);
  useOutbox();
  if (session.value === undefined) return <Loading />;
  if (session.value === null) return <SignIn />;
  return (
    <>
      <a class="skip" href="#content">
        {shellText.value.skip}
      </a>
      <div>
        <Banners />
        <Header />
      </div>
      <main id="content" class="frame-main" tabIndex={-1}>
        <Screens />
      </main>
    </>
  );
}

/** What was logged is sent from any screen, and costs the first load of those who never log nothing. */
function useOutbox(): void {
  const logs = may('syncOutbox');
  useEffect(() => {
    if (logs) void import('./outbox/outbox.ts').then(({ startOutbox }) => startOutbox());
  }, [logs]);
}

function Screens() {
  return (
    <ErrorBoundary>
      <Router>
        <Route path="/" component={Home} />
        <Route path="/logga-in" component={Home} />
        <Route path="/mitt-pass" component={MyShift} />
        <Route path="/mitt-pass/overlamning" component={Handover} />
        <Route path="/tackning" component={Coverage} />
        <Route path="/planera" component={Plan} />
        <Route path="/planera/vecka" component={Week} />
        <Route path="/hot-spots" component={HotSpots} />
        <Route path="/konton" component={Accounts} />
        <Route path="/logg" component={Log} />
        <Route default component={NotFound} />
      </Router>
    </ErrorBoundary>
  );
}

/** Each role lands on the screen that it works with. */
function Home() {
  const { route } = useLocation();
  const home = homeOf(role.value);
  useEffect(() => route(home, true), [home]);
  return <Loading />;
}
