/** A track's visits beside those of the log, as the rows of one table. */
import type { WireReply } from '#contract/api.ts';
import { maySharePatrol } from '#core/dosage/same-presence.ts';

export type Preview = WireReply<'previewTrack'>;
export type Found = Preview['tracks'][number]['visits'][number];
export type Logged = Preview['logged'][number];
export type TrackPatrol = Preview['patrols'][number];

export interface ShownTrack {
  readonly key: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly unit: string | null;
  readonly points: number;
  readonly from: string;
  readonly to: string;
  readonly line: Preview['tracks'][number]['line'];
  readonly visits: readonly Found[];
  readonly logged: readonly Logged[];
  readonly patrols: readonly TrackPatrol[];
  /** Whose track it is; null: nobody has said. */
  readonly patrolId: string | null;
}

/**
 * `new`: only in the track; `struck`: that, and voided in the log before; `confirm`: logged by hand too;
 * `known`: logged with GPS behind it; `open`: goes on in the log; `logOnly`: not in the track.
 */
export type RowKind = 'new' | 'struck' | 'confirm' | 'known' | 'open' | 'logOnly';

export interface Row {
  readonly key: string;
  readonly kind: RowKind;
  readonly hotSpotId: string;
  readonly found: Found | null;
  readonly logged: Logged | null;
  readonly planned: Found['planned'][number] | null;
}

/** What there is to accept. */
export const isOffered = ({ kind }: Row): boolean =>
  kind === 'new' || kind === 'struck' || kind === 'confirm';

export function rowsOf(track: ShownTrack): Row[] {
  const found = track.visits.map((visit, index) => rowOf(track, visit, index));
  const told = new Set(found.flatMap(({ logged }) => (logged ? [logged.id] : [])));
  const rest = track.logged.filter((visit) => isOfTrack(track, visit) && !told.has(visit.id));
  return [...found, ...rest.map((visit) => logRow(track, visit))].sort((one, other) =>
    startOf(one) < startOf(other) ? -1 : 1,
  );
}

const startOf = ({ found, logged }: Row): string => (found ?? logged)?.startedAt ?? '';

/** The log tells of all patrols and of other tracks' hours too. */
function isOfTrack({ patrolId, from, to }: ShownTrack, visit: Logged): boolean {
  const isInTime = visit.startedAt < to && (visit.endedAt ?? to) > from;
  return isInTime && patrolId !== null && visit.patrolId === patrolId;
}

function rowOf(track: ShownTrack, found: Found, index: number): Row {
  const logged =
    track.logged.find(
      ({ id, patrolId }) => found.logged.includes(id) && maySharePatrol(patrolId, track.patrolId),
    ) ?? null;
  const planned = found.planned.find(({ patrolId }) => patrolId === track.patrolId) ?? null;
  const { hotSpotId } = found;
  const key = `${track.key}/${index}`;
  return { key, kind: kindOf(found, logged), hotSpotId, found, logged, planned };
}

function kindOf(found: Found, logged: Logged | null): RowKind {
  if (!logged) return found.struck ? 'struck' : 'new';
  if (logged.endedAt === null) return 'open';
  return logged.source === 'manual' || logged.source === 'estimated' ? 'confirm' : 'known';
}

const logRow = ({ key }: ShownTrack, logged: Logged): Row => ({
  key: `${key}/${logged.id}`,
  kind: 'logOnly',
  hotSpotId: logged.hotSpotId,
  found: null,
  logged,
  planned: null,
});

/** Whose track it most likely is: the patrol that the file names, else the only one on duty. */
export function likelyPatrol(unit: string | null, patrols: readonly TrackPatrol[]): string | null {
  const named = patrols.find(({ callSign }) => callSign === unit);
  return (named ?? (patrols.length === 1 ? patrols[0] : undefined))?.id ?? null;
}
