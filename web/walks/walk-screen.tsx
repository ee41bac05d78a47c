/** One safety walk: its meetings, route and points; written on the phone during the walk, printed as the record. */
import '../style/page.css';
import './walks.css';
import './walk.css';
import './walk-forms.css';
import './walk-print.css';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { municipalityName } from '../state/settings.ts';
import { walksText } from '../text/walks.ts';
import { Advice } from './advice.tsx';
import { EditWalk } from './edit-walk.tsx';
import { MeetingSteps } from './meeting-steps.tsx';
import { Points } from './points.tsx';
import { RoutePanel } from './route-panel.tsx';
import { loadList, loadWalk, type Report, report, showAllPhotos, walkProblem } from './state.ts';
import { Trouble } from './trouble.tsx';
import { WalkLoop } from './walk-loop.tsx';
import { WalkMap } from './walk-map.tsx';
import { walkText } from './walk-words.ts';

export function WalkScreen() {
  const { id = '' } = useRoute().params;
  const shown = report.value?.walk.id === id ? report.value : null;
  useEffect(() => {
    void loadWalk(id);
    void loadList();
  }, [id]);
  useEffect(() => {
    if (shown) document.title = `${shown.walk.title} – ${walksText.value.title} – Fotspår`;
  }, [shown?.walk.title]);
  if (!shown) {
    return walkProblem.value === null ? (
      <Loading />
    ) : (
      <Failed error={walkProblem.value} again={() => void loadWalk(id)} />
    );
  }
  return (
    <div class="page walks walk-page">
      <SectionNav section="promises" />
      <a class="no-print" href="/loften/vandringar">
        ← {walksText.value.back}
      </a>
      <Trouble problem={walkProblem.value} />
      <WalkBody key={id} shown={shown} />
    </div>
  );
}

function WalkBody({ shown }: { shown: Report }) {
  const isEditing = useSignal(false);
  const edit = useRef<HTMLButtonElement>(null);
  const { walk, today, advice } = shown;
  return (
    <>
      <Top
        shown={shown}
        edit={edit}
        onEdit={() => (isEditing.value = true)}
        isEditing={isEditing.value}
      />
      {isEditing.value ? (
        <EditWalk
          walk={walk}
          onDone={() => {
            isEditing.value = false;
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      ) : (
        <MeetingSteps walk={walk} today={today} detailed />
      )}
      {!isEditing.value && <Advice advice={advice} />}
      <div class="walk-columns">
        <Points shown={shown} />
        <div class="walk-side">
          <WalkMap shown={shown} />
          {may('updateWalk') && !isEditing.value && <RoutePanel walk={walk} />}
        </div>
      </div>
      <WalkLoop shown={shown} />
    </>
  );
}

interface TopProps {
  readonly shown: Report;
  readonly isEditing: boolean;
  readonly edit: RefObject<HTMLButtonElement | null>;
  readonly onEdit: () => void;
}

function Top({ shown: { walk, points }, isEditing, edit, onEdit }: TopProps) {
  const words = walksText.value;
  const photos = points.some((point) => point.photos.length > 0);
  return (
    <div class="walks-top">
      <div>
        <h1>{walk.title}</h1>
        <p class="walk-facts">{walkText(walk)}</p>
        <p class="print-only">
          {municipalityName(walk.municipality)} · {words.printNote}
        </p>
      </div>
      <div class="row no-print">
        {may('updateWalk') && !isEditing && (
          <button ref={edit} type="button" class="button" onClick={onEdit}>
            {words.edit}
          </button>
        )}
        {photos && !showAllPhotos.value && (
          <button
            type="button"
            class="button desk-only"
            onClick={() => (showAllPhotos.value = true)}
          >
            {words.printPhotos}
          </button>
        )}
        <button type="button" class="button desk-only" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
    </div>
  );
}
