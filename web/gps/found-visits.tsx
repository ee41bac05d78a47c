/** The visits that the officer's own track shows, beside what was logged: one tap takes one that is missing into the log. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ApiProblem, call } from '../api.ts';
import { useAct } from '../my-shift/act.ts';
import { ActError } from '../my-shift/act-error.tsx';
import { mine, placeById, places } from '../my-shift/state.ts';
import { clock } from '../text/format.ts';
import { gpsPageText } from '../text/gps-page.ts';
import type { Track } from './own-track.tsx';

type Found = Track['visits'][number];

interface FoundVisitsProps {
  readonly visits: readonly Found[];
  readonly onLogged: () => void;
}

/** As the patrol was staffed, where that is known. */
function officersOf(patrolId: string | null): number {
  return mine.value?.shift?.patrols.find(({ id }) => id === patrolId)?.officers ?? 2;
}

/** The server gives the visit the same id each time: two taps, or two phones, make one. */
async function logFound({ hotSpotId, patrolId, from, to }: Found): Promise<void> {
  const visit = { hotSpotId, patrolId, startedAt: from, endedAt: to };
  const { answers } = await call('acceptTrackVisits', {
    body: { visits: [{ ...visit, officers: officersOf(patrolId) }] },
  });
  const [answer] = answers;
  if (answer?.kind === 'refused') throw new ApiProblem(answer.problem);
}

async function loadPlaces(): Promise<void> {
  if (places.value.length > 0) return;
  places.value = (await call('listHotSpots', { query: { status: 'active' } })).features;
}

export function FoundVisits({ visits, onLogged }: FoundVisitsProps) {
  const act = useAct();
  const said = useSignal('');
  const words = gpsPageText.value;
  useEffect(() => act.run(loadPlaces), []);
  const name = ({ hotSpotId, from, to }: Found) =>
    words.visit(placeById(hotSpotId)?.properties.code ?? '', clock(from), clock(to));
  const log = (found: Found) => async () => {
    await logFound(found);
    said.value = words.wasLogged(name(found));
    onLogged();
  };
  if (visits.length === 0) return <p>{words.noneFound}</p>;
  return (
    <>
      <h3>{words.found}</h3>
      <ul class="found-visits">
        {visits.map((found) => (
          <li key={`${found.hotSpotId} ${found.from}`}>
            <span>
              <b>{name(found)}</b> {found.loggedAs ? words.logged : words.notLogged}
              {found.openEnd && `, ${words.goesOn}`}
            </span>
            {!found.loggedAs && !found.openEnd && (
              <button
                type="button"
                class="big-button"
                aria-label={words.logThis(name(found))}
                disabled={act.busy}
                onClick={() => act.run(log(found))}
              >
                {words.log}
              </button>
            )}
          </li>
        ))}
      </ul>
      <ActError act={act} />
      <p role="status" class={said.value ? 'notice' : 'visually-hidden'}>
        {said.value}
      </p>
    </>
  );
}
