/** Entering, changing, striking and restoring an activity: each a version, nothing overwritten. */

import { isDeepStrictEqual } from 'node:util';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { Uuid } from '#core/model.ts';
import { type Activity, activityMinutes } from '#core/promises/activity.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import {
  type ActivityVersion,
  activityById,
  activityVersionById,
  insertActivityVersion,
} from '../../store/activities.ts';
import { hasMunicipality } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpotById } from '../../store/hot-spots.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';
import type { Explained, OfVersion } from './change.ts';
import { refuseForeign } from './own-municipality.ts';

type Content = Omit<Activity, 'id' | 'minutes'>;

export interface NewActivity extends Content {
  readonly id: Uuid;
  readonly noteConfirmed: boolean;
}

export type ActivityChange = OfVersion &
  (
    | ({ readonly change: 'edit' } & Explained & Content)
    | ({ readonly change: 'strike' } & Explained)
    | { readonly change: 'restore' }
  );

/**
 * Sending the same activity twice makes one.
 * @throws Problem forbidden; id-reused; invalid-input; personal-data-in-note
 */
export async function createActivity(
  tx: Executor,
  { id, noteConfirmed, ...said }: NewActivity,
  circumstances: Circumstances,
): Promise<Done<ActivityVersion>> {
  const { by, now } = circumstances;
  refuseForeign(by, said.municipality);
  const version: ActivityVersion = {
    ...(await contentOf(tx, said, noteConfirmed, circumstances)),
    id,
    versionId: id,
    versionNumber: 1,
    struck: false,
    reason: '',
    recordedBy: by.id,
    recordedAt: now,
  };
  const known = await activityById(tx, id);
  if (known) {
    if (!isDeepStrictEqual(unrecorded(known), unrecorded(version))) throw new Problem('id-reused');
    return { result: known, audit: [] };
  }
  await insertActivityVersion(tx, version);
  return { result: version, audit: entryOf('activity.create', version) };
}

const ACTIONS = {
  edit: 'activity.change',
  strike: 'activity.strike',
  restore: 'activity.restore',
} as const;

/** @throws Problem not-found; forbidden; changed-meanwhile; not-acceptable-state; and as `createActivity` */
export async function changeActivity(
  tx: Executor,
  activityId: Uuid,
  change: ActivityChange,
  circumstances: Circumstances,
): Promise<Done<ActivityVersion>> {
  const { by, now } = circumstances;
  const current = await activityById(tx, activityId);
  if (!current) throw notFound('activity', activityId);
  refuseForeign(by, current.municipality);
  const sent = await activityVersionById(tx, change.id);
  if (sent) {
    if (sent.id !== activityId) throw new Problem('id-reused');
    return { result: current, audit: [] };
  }
  if (change.basedOn !== current.versionNumber) throw new Problem('changed-meanwhile');
  const version: ActivityVersion = {
    ...(await changed(tx, current, change, circumstances)),
    versionId: change.id,
    versionNumber: current.versionNumber + 1,
    recordedBy: by.id,
    recordedAt: now,
  };
  await insertActivityVersion(tx, version);
  return { result: version, audit: entryOf(ACTIONS[change.change], version) };
}

async function changed(
  tx: Executor,
  current: ActivityVersion,
  change: ActivityChange,
  circumstances: Circumstances,
): Promise<ActivityVersion> {
  if (change.change === 'restore') return { ...current, struck: false, reason: '' };
  if (current.struck) {
    throw fieldProblem('not-acceptable-state', '/change', {
      sv: 'Aktiviteten är struken: ta tillbaka den först.',
      en: 'The activity has been struck: restore it first.',
    });
  }
  refusePersonalNote(change.reason, change.noteConfirmed, '/reason');
  if (change.change === 'strike') return { ...current, struck: true, reason: change.reason };
  refuseForeign(circumstances.by, change.municipality);
  const { municipality, kind, date, start, end, place, hotSpotId, adults } = change;
  const said = { municipality, kind, date, start, end, place, hotSpotId, adults };
  const content = await contentOf(tx, said, change.noteConfirmed, circumstances);
  return { ...current, ...content, reason: change.reason };
}

async function contentOf(
  tx: Executor,
  said: Content,
  noteConfirmed: boolean,
  { now, calendar }: Circumstances,
): Promise<Omit<Activity, 'id'>> {
  if (!(await hasMunicipality(tx, said.municipality))) {
    throw fieldProblem('invalid-input', '/municipality', {
      sv: `Det finns ingen kommun ${said.municipality}.`,
      en: `There is no municipality ${said.municipality}.`,
    });
  }
  if (said.date > operationalDateOf(calendar, now)) {
    throw fieldProblem('invalid-input', '/date', {
      sv: 'Dagen har inte varit: skriv in det som är gjort.',
      en: 'That day is to come: enter what has been done.',
    });
  }
  const minutes = activityMinutes(calendar, said);
  if (said.start === said.end || minutes <= 0) {
    throw fieldProblem('invalid-input', '/end', {
      sv: 'Aktiviteten slutar när den börjar.',
      en: 'The activity ends when it begins.',
    });
  }
  refusePersonalNote(said.place, noteConfirmed, '/place');
  if (said.hotSpotId !== null && !(await hotSpotById(tx, said.hotSpotId))) {
    throw fieldProblem('invalid-input', '/hotSpotId', {
      sv: `Det finns ingen hot spot ${said.hotSpotId}.`,
      en: `There is no hot spot ${said.hotSpotId}.`,
    });
  }
  return { ...said, minutes };
}

function unrecorded({ recordedBy: _by, recordedAt: _at, ...said }: ActivityVersion) {
  return said;
}

const entryOf = (
  action: 'activity.create' | (typeof ACTIONS)[keyof typeof ACTIONS],
  { id, versionNumber, kind, date, minutes, adults, reason }: ActivityVersion,
) => ({
  action,
  entity: 'activity',
  entityId: id,
  detail: { versionNumber, kind, date, minutes, adults, reason },
});
