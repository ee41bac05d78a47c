/** The files that were dropped, the tracks read from them, and what is chosen. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { isOffered, type Row, rowsOf, type ShownTrack } from './rows.ts';

export type Place = WireReply<'listHotSpots'>['features'][number];

export interface TrackFile {
  readonly id: string;
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'cancelled' | 'failed';
  /** Why it failed, in the language of the moment. */
  readonly why: (() => string) | null;
}

export const files = signal<readonly TrackFile[]>([]);
export const tracks = signal<readonly ShownTrack[]>([]);
export const places = signal<readonly Place[]>([]);
export const selectedPlace = signal<string | null>(null);

/** By row; without an entry a new visit is ticked and others are not. */
const ticks = signal<Readonly<Record<string, boolean>>>({});
const trackTimes = signal<Readonly<Record<string, boolean>>>({});

export const isReading = computed(() =>
  files.value.some(({ state }) => state === 'waiting' || state === 'reading'),
);

export const isTicked = (row: Row): boolean =>
  isOffered(row) && (ticks.value[row.key] ?? row.kind === 'new');

export function tick(row: Row, isOn: boolean): void {
  ticks.value = { ...ticks.value, [row.key]: isOn };
}

/** Once a row is in the log, what was chosen of it says nothing any more. */
export function forgetTick({ key }: Row): void {
  const { [key]: _ticked, ...others } = ticks.value;
  ticks.value = others;
}

export const takesTimes = (row: Row): boolean => trackTimes.value[row.key] ?? false;

export function takeTimes(row: Row, isOn: boolean): void {
  trackTimes.value = { ...trackTimes.value, [row.key]: isOn };
}

export interface ChosenRow {
  readonly track: ShownTrack;
  readonly row: Row;
}

export const chosenRows = computed<readonly ChosenRow[]>(() =>
  tracks.value.flatMap((track) =>
    rowsOf(track)
      .filter(isTicked)
      .map((row) => ({ track, row })),
  ),
);

export function setPatrol(key: string, patrolId: string | null): void {
  tracks.value = tracks.value.map((track) => (track.key === key ? { ...track, patrolId } : track));
}

export function setFile(id: string, change: Partial<TrackFile>): void {
  files.value = files.value.map((file) => (file.id === id ? { ...file, ...change } : file));
}

export function removeFile(id: string): void {
  files.value = files.value.filter((file) => file.id !== id);
  tracks.value = tracks.value.filter(({ fileId }) => fileId !== id);
}

/** Nothing of a track outlives the screen. */
export function forgetAll(): void {
  files.value = [];
  tracks.value = [];
  ticks.value = {};
  trackTimes.value = {};
  selectedPlace.value = null;
}
