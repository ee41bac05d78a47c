/** What Mitt pass knows: the shift from the server, the places, the clock's skew, and whether the server answers. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { ApiProblem, call } from '../api.ts';
import { keepSnapshot, readSnapshot } from '../pwa/snapshots.ts';

export type MyShiftReply = WireReply<'getMyShift'>;
export type Stop = MyShiftReply['stops'][number];
export type Visit = MyShiftReply['visits'][number];
export type Place = WireReply<'listHotSpots'>['features'][number];

export const mine = signal<MyShiftReply | null>(null);
export const places = signal<readonly Place[]>([]);
export const problem = signal<unknown>(null);
export const online = signal(true);
export const saving = signal(0);

/** Milliseconds that the server's clock is ahead of this device's. */
const skew = signal(0);
export const tick = signal(Date.now());
/** Now by the server's clock. */
export const now = computed(() => tick.value + skew.value);
export const serverNow = (): number => Date.now() + skew.value;

export const placeById = (id: string): Place | undefined =>
  places.value.find((place) => place.id === id);

export const openVisit = computed(
  () => mine.value?.visits.find((visit) => visit.endedAt === null) ?? null,
);

const WAITING = new Set(['planned', 'ready', 'overdue']);
export const waitingStops = computed(() =>
  (mine.value?.stops ?? []).filter((stop) => WAITING.has(stop.state)),
);

/** Runs a call and keeps the chip's facts: contact, and how much is being saved. */
export async function tracked<T>(work: () => Promise<T>, isWrite = false): Promise<T> {
  if (isWrite) saving.value += 1;
  try {
    const result = await work();
    online.value = true;
    return result;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'offline') online.value = false;
    throw error;
  } finally {
    if (isWrite) saving.value -= 1;
  }
}

export function keep(reply: MyShiftReply): void {
  skew.value = Date.parse(reply.now) - Date.now();
  mine.value = reply;
}

/** Asks the server anew; what was known stays on the screen when it does not answer, also after a reload. */
export async function refresh(): Promise<void> {
  try {
    const reply = await tracked(() => call('getMyShift', {}));
    keep(reply);
    void keepSnapshot('getMyShift', '', reply);
    if (places.value.length === 0) await readPlaces();
    problem.value = null;
  } catch (error) {
    await recall();
    problem.value = error;
  }
}

async function readPlaces(): Promise<void> {
  const reply = await call('listHotSpots', { query: { status: 'active' } });
  places.value = reply.features;
  void keepSnapshot('listHotSpots', 'active', reply);
}

/** What the server said last, where this page has not heard it yet. */
async function recall(): Promise<void> {
  mine.value ??= await readSnapshot('getMyShift', '');
  if (places.value.length > 0) return;
  places.value = (await readSnapshot('listHotSpots', 'active'))?.features ?? [];
}
