/** A point becomes a time window of a hot spot: which one, when, how often. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import type { HotSpotGeometry } from '#core/model.ts';
import { type AtDistance, nearestFirst } from '#core/walks/nearest-hot-spots.ts';
import { call } from '../api.ts';
import { shellText } from '../text/shell.ts';
import { walksText } from '../text/walks.ts';
import { WeekdayChoice } from '../ui/weekday-choice.tsx';
import { type Draft, useDraft } from './draft.ts';
import { type Point, reload, report } from './state.ts';
import { Trouble } from './trouble.tsx';
import { useSending } from './use-sending.ts';

type HotSpot = WireReply<'listHotSpots'>['features'][number];

interface Place {
  readonly id: string;
  readonly name: string;
  readonly geometry: HotSpotGeometry;
}

interface WindowDraft {
  readonly id: string;
  readonly hotSpotId: string;
  readonly weekdays: readonly number[];
  readonly start: string;
  readonly end: string;
  readonly doses: number;
}

const blank = (): WindowDraft => ({
  id: uuid(),
  hotSpotId: '',
  weekdays: [5, 6],
  start: '20:00',
  end: '23:00',
  doses: 1,
});

const toPlace = ({ id, geometry, properties: { code, name } }: HotSpot): Place => ({
  id,
  name: `${code} ${name}`,
  geometry: geometry as unknown as HotSpotGeometry,
});

type Offered = Omit<AtDistance<Place>, 'distanceM'> & { readonly distanceM: number | null };

async function offeredTo({ lonLat }: Point): Promise<Offered[]> {
  const municipality = report.value?.walk.municipality;
  const { features } = await call('listHotSpots', { query: municipality ? { municipality } : {} });
  const places = features.filter(({ properties }) => properties.status !== 'closed').map(toPlace);
  if (!lonLat) return places.map((place) => ({ place, distanceM: null }));
  return nearestFirst(lonLat, places);
}

export function WindowForm({ point, onDone }: { point: Point; onDone: () => void }) {
  const words = walksText.value.window;
  const offered = useSignal<readonly Offered[] | null>(null);
  const draft = useDraft(`window ${point.id}`, blank);
  const { problem, isSending, send } = useSending();
  const close = () => {
    draft.forget();
    onDone();
  };
  const load = async () => {
    offered.value = await offeredTo(point);
    const [first] = offered.value;
    if (first && draft.value.value.hotSpotId === '') draft.change({ hotSpotId: first.place.id });
  };
  const save = async () => {
    const { hotSpotId, weekdays, ...window } = draft.value.value;
    const body = { hotSpotId, window: { ...window, weekdays: [...weekdays] } };
    await call('makeWalkPointWindow', { params: { id: point.id }, body });
    await reload();
    close();
  };
  useEffect(() => void send(load), [point.id]);
  if (offered.value?.length === 0) return <p class="muted">{words.none}</p>;
  return (
    <form
      class="window-form no-print"
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        void send(save);
      }}
    >
      <h3>{words.title}</h3>
      <p class="muted">{words.intro}</p>
      <label class="field">
        <span>{words.hotSpot}</span>
        <select
          required
          value={draft.value.value.hotSpotId}
          onChange={(event) => draft.change({ hotSpotId: event.currentTarget.value })}
        >
          {offered.value?.map(({ place, distanceM }) => (
            <option key={place.id} value={place.id}>
              {distanceM === null ? place.name : `${place.name} – ${words.distance(distanceM)}`}
            </option>
          ))}
        </select>
      </label>
      <WindowTimes draft={draft} />
      <Trouble problem={problem} />
      <div class="row">
        <button type="submit" class="button primary" disabled={isSending}>
          {words.make}
        </button>
        <button type="button" class="button" onClick={close}>
          {shellText.value.cancel}
        </button>
      </div>
    </form>
  );
}

function WindowTimes({ draft }: { draft: Draft<WindowDraft> }) {
  const words = walksText.value.window;
  const { weekdays, start, end, doses } = draft.value.value;
  return (
    <>
      <WeekdayChoice
        label={words.days}
        names={words.dayNames}
        weekdays={weekdays}
        onChange={(chosen) => draft.change({ weekdays: chosen })}
      />
      <div class="fields three">
        <label class="field">
          <span>{words.from}</span>
          <input
            type="time"
            required
            value={start}
            onInput={(event) => draft.change({ start: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{words.to}</span>
          <input
            type="time"
            required
            value={end}
            onInput={(event) => draft.change({ end: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{words.doses}</span>
          <input
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={12}
            value={doses}
            onInput={(event) => draft.change({ doses: Number(event.currentTarget.value) })}
          />
        </label>
      </div>
    </>
  );
}
