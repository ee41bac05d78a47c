/** Activities of the municipality and the police beside the patrol. */
import { type ActivityUnit, activityAmount, amountsInUnit } from '#core/promises/activity.ts';
import { type ActivityVersion, activities } from '../../store/activities.ts';
import {
  changeActivity as applyChange,
  createActivity,
} from '../../usecases/promises/activities.ts';
import { municipalityShown } from '../../usecases/promises/own-municipality.ts';
import { actorOf, type Call, circumstances, type Handler } from '../call.ts';

/** Who entered it stays in the log. */
export const activityReply = ({
  versionId: _version,
  recordedBy: _by,
  recordedAt: _at,
  ...activity
}: ActivityVersion) => activity;

export function activityScope(call: Call<'listActivities'> | Call<'exportActivitiesCsv'>) {
  const { from, to } = call.query;
  return { from, to, municipality: municipalityShown(actorOf(call), call.query.municipality) };
}

const sumIn = (all: readonly ActivityVersion[], unit: ActivityUnit): number =>
  all.reduce((sum, activity) => sum + activityAmount(activity, unit), 0) / amountsInUnit(unit);

const listActivities: Handler<'listActivities'> = {
  run: async (db, call) => {
    const all = await activities(db, activityScope(call));
    const counted = all.filter(({ struck }) => !struck);
    const totals = {
      times: sumIn(counted, 'times'),
      hours: sumIn(counted, 'hours'),
      adultHours: sumIn(counted, 'adult-hours'),
    };
    return { reply: { activities: all.map(activityReply), totals } };
  },
};

const create: Handler<'createActivity'> = {
  run: async (tx, call) => {
    const { result, audit } = await createActivity(tx, call.body, circumstances(call));
    return { reply: activityReply(result), audit, status: Array.isArray(audit) ? 200 : 201 };
  },
};

const changeActivity: Handler<'changeActivity'> = {
  run: async (tx, call) => {
    const done = await applyChange(tx, call.params.id, call.body, circumstances(call));
    return { reply: activityReply(done.result), audit: done.audit };
  },
};

export const activityHandlers = {
  listActivities,
  createActivity: create,
  changeActivity,
};
