/** «Veckans inriktning»: up to three places that weigh more for seven days, why, and what was in focus before. */
import '../promises/promises.css';
import '../promises/activities.css';
import './focus.css';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { daysBetween } from '#core/calendar/calendar-date.ts';
import { isInFocus, MOST_IN_FOCUS } from '#core/focus/weekly-focus.ts';
import { call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { PlanViews } from '../plan/plan-views.tsx';
import { type Doing, useDoing } from '../promises/use-doing.tsx';
import { useLoaded } from '../promises/use-loaded.ts';
import { may } from '../state/session.ts';
import { municipalityName } from '../state/settings.ts';
import { focusText } from '../text/focus.ts';
import { dayName } from '../text/format.ts';
import { FocusForm } from './focus-form.tsx';
import { FocusHistory } from './focus-history.tsx';
import { type Focus, placeOf } from './focus-place.ts';

export function FocusScreen() {
  const words = focusText.value;
  const list = useLoaded('focus', (signal) => call('listFocus', { query: {}, signal }));
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  const { run, notice } = useDoing(list.reload);
  const shown = list.value.value;
  return (
    <div class="ledger" aria-busy={list.isLoading.value}>
      <div class="ledger-page focus-page">
        {may('getWeek') ? <PlanViews current="focus" /> : <SectionNav section="promises" />}
        <div class="ledger-title">
          <h1>{words.title}</h1>
        </div>
        <p class="ledger-intro">{words.intro}</p>
        {list.failure.value !== null && (
          <Failed error={list.failure.value} again={() => void list.reload()} />
        )}
        {shown ? (
          <>
            <Standing shown={shown} run={(work) => void run(work)} />
            {notice}
            <FocusForm today={shown.today} run={run} />
            <FocusHistory focuses={shown.focuses.filter((one) => isOver(one, shown.today))} />
          </>
        ) : (
          <Loading />
        )}
      </div>
    </div>
  );
}

const isOver = ({ to, endedOn }: Focus, today: string): boolean => to < today || endedOn !== null;

interface StandingProps {
  readonly shown: WireReply<'listFocus'>;
  readonly run: (work: () => Promise<Doing>) => void;
}

/** Three places have room in each municipality: those in force or to come, and what is free. */
function Standing({ shown: { focuses, today }, run }: StandingProps) {
  const standing = focuses.filter((one) => !isOver(one, today));
  const municipalities = [...new Set(standing.map(({ municipality }) => municipality))].sort();
  if (municipalities.length < 2) return <Places standing={standing} today={today} run={run} />;
  return (
    <>
      {municipalities.map((code) => (
        <Places
          key={code}
          municipality={code}
          standing={standing.filter(({ municipality }) => municipality === code)}
          today={today}
          run={run}
        />
      ))}
    </>
  );
}

interface PlacesProps extends Pick<StandingProps, 'run'> {
  /** Absent: there is none to tell apart. */
  readonly municipality?: string;
  readonly standing: readonly Focus[];
  readonly today: string;
}

function Places({ municipality, standing, today, run }: PlacesProps) {
  const words = focusText.value;
  const inForce = standing.filter((one) => isInFocus(one, today)).length;
  const name = municipality && municipalityName(municipality);
  const end = (focus: Focus) =>
    run(async () => {
      const of = { params: { id: focus.id } };
      await call('endFocus', of);
      return { said: words.ended(placeOf(focus)), undo: () => call('resumeFocus', of) };
    });
  return (
    <>
      {name && <h2>{name}</h2>}
      <ul class="focus-places" aria-label={[words.now, name].filter(Boolean).join(', ')}>
        {standing.map((focus) => (
          <li key={focus.id}>
            <b>{focus.code}</b>
            <div>
              <h2>{focus.name}</h2>
              <p>{focus.reason}</p>
              <p class="muted">
                {focus.source} · {spanText(focus, today)}
              </p>
            </div>
            <button
              type="button"
              class="button small"
              aria-label={words.endOf(placeOf(focus))}
              onClick={() => end(focus)}
            >
              {words.end}
            </button>
          </li>
        ))}
        {Array.from({ length: Math.max(0, MOST_IN_FOCUS - inForce) }, (_, index) => (
          <li key={index} class="free muted">
            {words.free}
          </li>
        ))}
      </ul>
    </>
  );
}

function spanText({ from, to }: Focus, today: string): string {
  const words = focusText.value;
  if (from > today) return words.begins(dayName(from), dayName(to));
  return words.until(dayName(to), daysBetween(today, to) + 1);
}
