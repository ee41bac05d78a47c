/** Entering, changing, striking and restoring an activity: each a version, nothing overwritten. */

import { instantOf, localDateOf } from '#core/calendar/local-time.ts';
import type { Uuid } from '#core/model.ts';
import { type Activity, activityMinutes } from '#core/promises/activity.ts';
import { fieldProblem, notFound } from '../../problem.ts';
import {
  type ActivityVersion,
  activityById,
  activityVersionById,
  insertActivityVersion,
} from '../../store/activities.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpotById } from '../../store/hot-spots.ts';
import { knownMunicipality } from '../known-municipality.ts';
import { refuseOtherThan } from '../refuse-other.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';
import { type Change, firstVersion, nextVersion, refusedChange } from './change.ts';
import { refuseForeign } from './own-municipality.ts';

type Content = Omit<Activity, 'id' | 'minutes'>;

export interface NewActivity extends Content {
  readonly id: Uuid;
  readonly noteConfirmed: boolean;
}

export type ActivityChange = Change<Content, 'strike'>;

/**
 * Sending the same activity twice makes one.
 * @throws Problem forbidden; id-reused; invalid-input; personal-data-in-note
 */
export async function createActivity(
  tx: Executor,
  { id, noteConfirmed, ...said }: NewActivity,
  circumstances: Circumstances,
): Promise<Done<ActivityVersion>> {
  refuseForeign(circumstances.by, said.municipality);
  const first = await activityVersionById(tx, id);
  if (first) {
    refuseOtherThan(first, { id, ...said });
    return { result: (await activityById(tx, id)) ?? first, audit: [] };
  }
  await refuseFaults(tx, said, noteConfirmed, circumstances);
  const version: ActivityVersion = {
    ...said,
    ...firstVersion(id, circumstances),
    minutes: activityMinutes(circumstances.calendar, said),
    struck: false,
  };
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
  const current = await activityById(tx, activityId);
  if (!current) throw notFound('activity', activityId);
  refuseForeign(circumstances.by, current.municipality);
  const sent = await activityVersionById(tx, change.id);
  const make = () => changed(tx, current, change, circumstances);
  const version = await nextVersion(current, sent, change, make, circumstances);
  if (!version) return { result: current, audit: [] };
  await insertActivityVersion(tx, version);
  return { result: version, audit: entryOf(ACTIONS[change.change], version) };
}

async function changed(
  tx: Executor,
  current: ActivityVersion,
  change: ActivityChange,
  circumstances: Circumstances,
): Promise<ActivityVersion> {
  if (change.change === 'restore') {
    if (!current.struck)
      throw refusedChange('Aktiviteten räknas redan.', 'The activity counts already.');
    return { ...current, struck: false, reason: '' };
  }
  if (current.struck) {
    throw refusedChange(
      'Aktiviteten är struken: ta tillbaka den först.',
      'The activity has been struck: restore it first.',
    );
  }
  refusePersonalNote(change.reason, change.noteConfirmed, '/reason');
  if (change.change === 'strike') return { ...current, struck: true, reason: change.reason };
  refuseForeign(circumstances.by, change.municipality);
  const { id: _id, basedOn: _on, change: _change, reason, noteConfirmed, ...said } = change;
  await refuseFaults(tx, said, noteConfirmed, circumstances);
  const minutes = activityMinutes(circumstances.calendar, said);
  return { ...current, ...said, minutes, reason };
}

async function refuseFaults(
  tx: Executor,
  said: Content,
  noteConfirmed: boolean,
  circumstances: Circumstances,
): Promise<void> {
  await knownMunicipality(tx, said.municipality);
  refuseTimes(said, circumstances);
  refusePersonalNote(said.place, noteConfirmed, '/place');
  if (said.hotSpotId !== null && !(await hotSpotById(tx, said.hotSpotId))) {
    throw fieldProblem('invalid-input', '/hotSpotId', {
      sv: `Det finns ingen hot spot ${said.hotSpotId}.`,
      en: `There is no hot spot ${said.hotSpotId}.`,
    });
  }
}

/** What has begun may be entered before it has ended. By the date on the calendar, as it is typed. */
function refuseTimes(said: Content, { now, calendar }: Circumstances): void {
  if (said.date > localDateOf(calendar, now)) {
    throw fieldProblem('invalid-input', '/date', {
      sv: 'Dagen har inte varit: skriv in det som är gjort.',
      en: 'That day is to come: enter what has been done.',
    });
  }
  if (instantOf(calendar, said.date, said.start) > now) {
    throw fieldProblem('invalid-input', '/start', {
      sv: 'Aktiviteten har inte börjat: skriv in det som är gjort.',
      en: 'The activity has not begun: enter what has been done.',
    });
  }
  if (said.start === said.end || activityMinutes(calendar, said) <= 0) {
    throw fieldProblem('invalid-input', '/end', {
      sv: 'Aktiviteten slutar när den börjar.',
      en: 'The activity ends when it begins.',
    });
  }
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
