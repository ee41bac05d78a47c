/** A week: what planning it takes, its drafts saved together, and published together. */
import type { Shift } from '#core/model.ts';
import { publishWeek } from '../../usecases/plans/publish-week.ts';
import { saveWeek } from '../../usecases/plans/save-week.ts';
import { weekBasis } from '../../usecases/plans/week-basis.ts';
import { circumstances, type Handler } from '../call.ts';
import { planReply, publicationTouches } from './plans.ts';

const getWeek: Handler<'getWeek'> = {
  run: async (db, { params, now, services }) => {
    const { calendar, map } = services;
    const basis = await weekBasis(db, params.date, { now, calendar, network: map.network });
    const { task, latest } = basis;
    return {
      reply: {
        from: params.date,
        days: task.days.map(({ date }) => date),
        shifts: task.shifts.map(({ shift, isOpen }, s) => {
          const plan = latest[s] ?? null;
          const revision = plan?.revision ?? 0;
          return { ...shiftOf(shift), plan: plan && planReply(plan), revision, isOpen };
        }),
        task: { ...task },
      },
    };
  },
};

const shiftOf = ({ id, date, startsAt, endsAt, patrols }: Shift) => ({
  shiftId: id,
  date,
  startsAt,
  endsAt,
  patrols: patrols.map(({ id, callSign, officers, startsAt, endsAt }) => ({
    id,
    callSign,
    officers,
    startsAt,
    endsAt,
  })),
});

const save: Handler<'saveWeek'> = {
  run: async (tx, call) => {
    const { params, body, services } = call;
    const by = circumstances(call);
    const done = await saveWeek(tx, params.date, body.shifts, by, services.map.network);
    return { reply: { plans: done.result.map(planReply) }, audit: done.audit };
  },
};

const publish: Handler<'publishWeek'> = {
  run: async (tx, call) => {
    const { params, body } = call;
    const { result, audit } = await publishWeek(tx, params.date, body.plans, circumstances(call));
    const touches = [];
    for (const { shiftId } of result) touches.push(...(await publicationTouches(tx, shiftId)));
    return { reply: { plans: result.map(planReply) }, audit, touches };
  },
};

export const weekHandlers = { getWeek, saveWeek: save, publishWeek: publish };
