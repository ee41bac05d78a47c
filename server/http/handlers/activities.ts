/** Activities of the municipality and the police beside the patrol. */
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import { type ActivityUnit, activityAmount, amountsInUnit } from '#core/promises/activity.ts';
import { activitiesCsv } from '../../formats/activities-csv.ts';
import { exportFileName } from '../../formats/export-facts.ts';
import { type ActivityVersion, activities } from '../../store/activities.ts';
import { municipalities } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';
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

function asked(call: Call<'listActivities'> | Call<'exportActivitiesCsv'>) {
  const { from, to } = call.query;
  return { from, to, municipality: municipalityShown(actorOf(call), call.query.municipality) };
}

const sumIn = (all: readonly ActivityVersion[], unit: ActivityUnit): number =>
  all.reduce((sum, activity) => sum + activityAmount(activity, unit), 0) / amountsInUnit(unit);

const listActivities: Handler<'listActivities'> = {
  run: async (db, call) => {
    const all = await activities(db, asked(call));
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

const exportActivitiesCsv: Handler<'exportActivitiesCsv'> = {
  run: async (db, call) => {
    const { calendar } = call.services;
    const scope = asked(call);
    const facts = {
      title: 'Aktiviteter',
      ...scope,
      municipality: await nameOf(db, scope.municipality),
      tag: null,
      hours: null,
      until: call.now,
      definitions: DEFINITIONS_VERSION,
      madeAt: call.now,
      rules: calendar,
    };
    const today = operationalDateOf(calendar, call.now);
    const to = today < scope.to ? today : scope.to;
    const counted = (await activities(db, scope)).filter(({ struck }) => !struck);
    return {
      reply: activitiesCsv(facts, counted.reverse()),
      fileName: exportFileName('aktiviteter', { from: scope.from, to }, 'csv'),
    };
  },
};

async function nameOf(db: Executor, code: string | null): Promise<string | null> {
  if (code === null) return null;
  return (await municipalities(db)).find((one) => one.code === code)?.name ?? code;
}

export const activityHandlers = {
  listActivities,
  createActivity: create,
  changeActivity,
  exportActivitiesCsv,
};
