/** «Trygghetsvandringar»: the walks, where their three meetings stand, and what is left of their points. */
import '../style/page.css';
import './walks.css';
import { useEffect } from 'preact/hooks';
import { addressOf } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { hasSeveralMunicipalities, municipalityName } from '../state/settings.ts';
import { dateOf } from '../text/format.ts';
import { walksText } from '../text/walks.ts';
import { MeetingSteps } from './meeting-steps.tsx';
import { type ListedWalk, list, listProblem, loadList } from './state.ts';
import { countsText } from './walk-words.ts';

export function WalksScreen() {
  const words = walksText.value;
  useEffect(() => {
    void loadList();
  }, []);
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  return (
    <div class="page walks">
      <SectionNav section="promises" />
      <div class="walks-top">
        <div>
          <h1>{words.title}</h1>
          <p class="muted">{words.intro}</p>
        </div>
        <div class="row no-print">
          {may('createWalk') && (
            <a class="button primary" href="/loften/vandringar/ny">
              {words.plan}
            </a>
          )}
          <a class="button" href={addressOf('exportWalksCalendar')} download>
            {words.calendar}
          </a>
          <a class="button" href={addressOf('exportWalkPointsCsv')} download>
            {words.csv}
          </a>
        </div>
      </div>
      <Body />
    </div>
  );
}

function Body() {
  const words = walksText.value;
  if (listProblem.value !== null) {
    return <Failed error={listProblem.value} again={() => void loadList()} />;
  }
  if (list.value === null) return <Loading />;
  const { walks, today } = list.value;
  if (walks.length === 0) {
    return (
      <Empty title={words.empty.title}>
        <p class="muted">{words.empty.text}</p>
      </Empty>
    );
  }
  return (
    <div class="box">
      <table class="walk-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.walk}</th>
            <th scope="col">{words.columns.meetings}</th>
            <th scope="col">{words.columns.points}</th>
          </tr>
        </thead>
        <tbody>
          {walks.map((walk) => (
            <Row key={walk.id} walk={walk} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ walk, today }: { walk: ListedWalk; today: string }) {
  const words = walksText.value;
  const facts = [
    dateOf(walk.walk.startsAt),
    walk.evening ? words.evening : words.day,
    words.states[walk.state],
    hasSeveralMunicipalities() && municipalityName(walk.municipality),
  ];
  return (
    <tr class={walk.state}>
      <th scope="row" class="what">
        <a href={`/loften/vandringar/${walk.id}`}>{walk.title}</a>
        <span class="muted">{facts.filter(Boolean).join(' · ')}</span>
      </th>
      <td class="what">
        {walk.state === 'cancelled' ? (
          words.states.cancelled
        ) : (
          <MeetingSteps walk={walk} today={today} />
        )}
      </td>
      <td class={walk.points.overdue > 0 ? 'late' : ''}>{countsText(walk.points)}</td>
    </tr>
  );
}
