/** The frame round every screen, and which screen an address shows. Each screen is its own chunk. */

import { useEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Banners } from './frame/banners.tsx';
import { guarded } from './frame/guarded.tsx';
import { Header } from './frame/header.tsx';
import { homeOf } from './frame/screens.ts';
import { Loading, NotFound } from './frame/states.tsx';
import { startSession } from './pwa/device-session.ts';
import { SignIn } from './sign-in/sign-in.tsx';
import { may, role, session } from './state/session.ts';
import { isPhone } from './state/theme.ts';
import { shellText } from './text/shell.ts';

const loadMyShift = () => import('./my-shift/my-shift.tsx').then((m) => m.MyShift);
const MyShift = guarded('getMyShift', lazy(loadMyShift));

const Handover = guarded(
  'getHandover',
  lazy(() => import('./handover/handover-screen.tsx').then((m) => m.HandoverScreen)),
);

const Coverage = guarded(
  'getCoverage',
  lazy(() => import('./coverage/coverage-screen.tsx').then((m) => m.CoverageScreen)),
);

const Definitions = guarded(
  'getCoverage',
  lazy(() => import('./coverage/definitions-screen.tsx').then((m) => m.DefinitionsScreen)),
);

const Incidents = guarded(
  'listIncidentImports',
  lazy(() => import('./incidents/incidents-screen.tsx').then((m) => m.IncidentsScreen)),
);

const ScoreCard = guarded(
  'getScoreCard',
  lazy(() => import('./incidents/score-card-screen.tsx').then((m) => m.ScoreCardScreen)),
);

const Effect = guarded(
  'getEffect',
  lazy(() => import('./incidents/effect-screen.tsx').then((m) => m.EffectScreen)),
);

const Ledger = guarded(
  'getLedger',
  lazy(() => import('./promises/ledger-screen.tsx').then((m) => m.LedgerScreen)),
);

const Activities = guarded(
  'listActivities',
  lazy(() => import('./promises/activities-screen.tsx').then((m) => m.ActivitiesScreen)),
);

const Surveys = guarded(
  'listSurveyFigures',
  lazy(() => import('./promises/surveys-screen.tsx').then((m) => m.SurveysScreen)),
);

const Focus = guarded(
  'listFocus',
  lazy(() => import('./focus/focus-screen.tsx').then((m) => m.FocusScreen)),
);

const Tertial = guarded(
  'listTertialPages',
  lazy(() => import('./publication/tertial-screen.tsx').then((m) => m.TertialScreen)),
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

const Tracks = guarded(
  'previewTrack',
  lazy(() => import('./tracks/tracks-screen.tsx').then((m) => m.TracksScreen)),
);

const Walks = guarded(
  'listWalks',
  lazy(() => import('./walks/walks-screen.tsx').then((m) => m.WalksScreen)),
);

const PlanWalk = guarded(
  'createWalk',
  lazy(() => import('./walks/plan-walk-screen.tsx').then((m) => m.PlanWalkScreen)),
);

const Walk = guarded(
  'getWalk',
  lazy(() => import('./walks/walk-screen.tsx').then((m) => m.WalkScreen)),
);

const Accounts = guarded(
  'listUsers',
  lazy(() => import('./accounts/accounts.tsx').then((m) => m.Accounts)),
);

const Log = guarded(
  'listAudit',
  lazy(() => import('./log/log.tsx').then((m) => m.Log)),
);

const Gps = guarded(
  'getMyGps',
  lazy(() => import('./gps/gps-page.tsx').then((m) => m.GpsPage)),
);

const GpsRules = guarded(
  'getGpsRules',
  lazy(() => import('./gps-rules/gps-rules.tsx').then((m) => m.GpsRules)),
);

export function App() {
  return (
    <LocationProvider>
      <Start />
    </LocationProvider>
  );
}

function Start() {
  useEffect(() => {
    void startSession();
    // A phone is an officer's: the screen is fetched while the server says who it is. Where that fails, it is when it is shown.
    if (isPhone()) loadMyShift().catch(() => null);
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
        <Route path="/mitt-pass/gps" component={Gps} />
        <Route path="/mitt-pass/overlamning" component={Handover} />
        <Route path="/tackning" component={Coverage} />
        <Route path="/tackning/definitioner" component={Definitions} />
        <Route path="/tackning/handelser" component={Incidents} />
        <Route path="/tackning/traffsakerhet" component={ScoreCard} />
        <Route path="/tackning/effekt" component={Effect} />
        <Route path="/loften" component={Ledger} />
        <Route path="/loften/aktiviteter" component={Activities} />
        <Route path="/loften/undersokningar" component={Surveys} />
        <Route path="/loften/tertial" component={Tertial} />
        <Route path="/planera" component={Plan} />
        <Route path="/planera/inriktning" component={Focus} />
        <Route path="/planera/vecka" component={Week} />
        <Route path="/hot-spots" component={HotSpots} />
        <Route path="/loften/vandringar" component={Walks} />
        <Route path="/loften/vandringar/ny" component={PlanWalk} />
        <Route path="/loften/vandringar/:id" component={Walk} />
        <Route path="/spar" component={Tracks} />
        <Route path="/konton" component={Accounts} />
        <Route path="/gps" component={GpsRules} />
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
