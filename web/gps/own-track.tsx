/** Everything that is stored of the officer's ways, a day at a time: the track on the map, the visits that it shows in a list. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf, startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { LocalDate } from '#core/model.ts';
import { call } from '../api.ts';
import { useAct } from '../my-shift/act.ts';
import { ActError } from '../my-shift/act-error.tsx';
import { calendarRules } from '../state/settings.ts';
import { clock, dateOf, dayName } from '../text/format.ts';
import { gpsPageText } from '../text/gps-page.ts';
import { FoundVisits } from './found-visits.tsx';
import { deleteOwnPoints } from './own-gps.ts';
import type { OwnGps } from './state.ts';
import { TrackMap } from './track-map.tsx';

export type Track = WireReply<'getMyPositions'>;

const dayOf = (at: string): LocalDate => operationalDateOf(calendarRules(), Date.parse(at));

/** The operational days from the newest point back to the oldest. */
function storedDays({ oldest, newest }: OwnGps['stored']): LocalDate[] {
  if (!oldest || !newest) return [];
  const days: LocalDate[] = [];
  for (let day = dayOf(newest); day >= dayOf(oldest); day = addDays(day, -1)) days.push(day);
  return days;
}

const iso = (date: LocalDate): string =>
  new Date(startOfOperationalDate(calendarRules(), date)).toISOString();

const fetchDay = (date: LocalDate): Promise<Track> =>
  call('getMyPositions', { query: { from: iso(date), to: iso(addDays(date, 1)) } });

export function OwnTrack({ own }: { own: OwnGps }) {
  const act = useAct();
  const said = useSignal('');
  const words = gpsPageText.value;
  const { count, oldest, newest } = own.stored;
  const remove = async () => {
    said.value = words.removed(await deleteOwnPoints());
  };
  return (
    <section>
      <h2>{words.storedTitle}</h2>
      {oldest && newest ? (
        <>
          <p>{words.stored(count, dateOf(oldest), dateOf(newest))}</p>
          <button type="button" class="button danger" onClick={() => act.run(remove)}>
            {words.remove}
          </button>
        </>
      ) : (
        <p>{words.nothing}</p>
      )}
      <ActError act={act} />
      <p role="status" class={said.value ? 'notice' : 'visually-hidden'}>
        {said.value}
      </p>
      {own.on && oldest && <Days days={storedDays(own.stored)} />}
    </section>
  );
}

function Days({ days }: { days: readonly LocalDate[] }) {
  const day = useSignal(days[0] ?? '');
  const track = useSignal<Track | null>(null);
  const act = useAct();
  const words = gpsPageText.value;
  const load = async () => {
    track.value = await fetchDay(day.value);
  };
  useEffect(() => act.run(load), []);
  return (
    <>
      <label class="field">
        <span>{words.day}</span>
        <select
          value={day.value}
          onChange={(event) => {
            day.value = event.currentTarget.value;
            act.run(load);
          }}
        >
          {days.map((one) => (
            <option key={one} value={one}>
              {dayName(one)}
            </option>
          ))}
        </select>
      </label>
      <ActError act={act} />
      {track.value && <Shown track={track.value} onLogged={() => act.run(load)} />}
    </>
  );
}

function Shown({ track, onLogged }: { track: Track; onLogged: () => void }) {
  const words = gpsPageText.value;
  const [first, last] = [track.points[0], track.points.at(-1)];
  if (!first || !last) return <p>{words.noPoints}</p>;
  return (
    <>
      <p>{words.points(track.points.length, clock(first.at), clock(last.at))}</p>
      <TrackMap points={track.points} />
      <FoundVisits visits={track.visits} onLogged={onLogged} />
    </>
  );
}
