/** What the Hot spots screen knows: the places, the chosen one, and the border that is being drawn. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import type { HotSpotGeometry } from '#core/model.ts';
import { call } from '../api.ts';

export type Place = WireReply<'listHotSpots'>['features'][number];
export type Verdict = WireReply<'checkGeometry'>;
export type Border = WireReply<'listBorders'>['borders'][number];

/** What the right-hand pane is for: reading and editing a place, drawing a new one, moving a border, importing. */
export type Mode = 'view' | 'draw' | 'move' | 'import';

export const places = signal<readonly Place[]>([]);
export const loading = signal(true);
export const problem = signal<unknown>(null);
export const selectedId = signal<string | null>(null);
export const mode = signal<Mode>('view');
export const draft = signal<HotSpotGeometry | null>(null);
export const verdict = signal<Verdict | null>(null);
/** Shapes shown dashed: earlier borders, or what an import found. */
export const dashed = signal<readonly HotSpotGeometry[]>([]);

export const selected = computed(
  () => places.value.find(({ id }) => id === selectedId.value) ?? null,
);

export async function load(): Promise<void> {
  try {
    places.value = (await call('listHotSpots', { query: {} })).features;
    problem.value = null;
  } catch (error) {
    problem.value = error;
  } finally {
    loading.value = false;
  }
}

/** Puts what the server answered in the place of what was there. */
export function keep(place: Place): void {
  const others = places.value.filter(({ id }) => id !== place.id);
  places.value = [...others, place].sort((a, b) =>
    a.properties.code < b.properties.code ? -1 : 1,
  );
  selectedId.value = place.id;
}

export function leaveDrawing(): void {
  mode.value = 'view';
  draft.value = null;
  verdict.value = null;
}

let timer = 0;

/** Takes a border as it is drawn and has it judged, a moment after the last change. */
export function setDraft(geometry: HotSpotGeometry | null): void {
  draft.value = geometry;
  clearTimeout(timer);
  if (!geometry) {
    verdict.value = null;
    return;
  }
  timer = window.setTimeout(() => void judge(geometry), 300);
}

async function judge(geometry: HotSpotGeometry): Promise<void> {
  const hotSpotId = mode.value === 'move' ? selectedId.value : null;
  try {
    const answer = await call('checkGeometry', { body: { geometry: { ...geometry }, hotSpotId } });
    if (draft.value === geometry) verdict.value = answer;
  } catch (error) {
    problem.value = error;
  }
}
