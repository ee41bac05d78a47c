/** The officer's own shift. */
import { replanPatrol } from '../../usecases/plans/replan-patrol.ts';
import { myPlanning } from '../../usecases/shifts/my-planning.ts';
import type { MyShift } from '../../usecases/shifts/my-shift.ts';
import { joinPatrol as join, myShift } from '../../usecases/shifts/my-shift.ts';
import { visitReply } from '../../usecases/visits/visit-reply.ts';
import { circumstances, type Handler } from '../call.ts';
import { planReply, publicationTouches, reasonReply } from './plans.ts';
import { shiftReply } from './shifts.ts';

function myShiftReply({ shift, patrolId, plan, stops, occurrences, visits }: MyShift, now: number) {
  return {
    now,
    shift: shift && shiftReply(shift),
    patrolId,
    planNumber: plan?.number ?? null,
    stops: stops.map((stop) => ({
      ...stop,
      reasons: stop.reasons.map(({ code, values }) => ({ code, values: { ...values } })),
    })),
    windows: occurrences.map(({ hotSpotId, windowId, opens, closes, doses }) => ({
      hotSpotId,
      windowId,
      opens,
      closes,
      doses,
    })),
    visits: visits.map(visitReply),
  };
}

const getMyShift: Handler<'getMyShift'> = {
  run: async (db, call) => {
    const mine = await myShift(db, circumstances(call), call.services.map.network);
    return { reply: myShiftReply(mine, call.now) };
  },
};

const joinPatrol: Handler<'joinPatrol'> = {
  run: async (tx, call) => {
    const { audit } = await join(tx, call.body.patrolId, circumstances(call));
    const mine = await myShift(tx, circumstances(call), call.services.map.network);
    return { reply: myShiftReply(mine, call.now), audit };
  },
};

const getMyPlanning: Handler<'getMyPlanning'> = {
  run: async (db, call) => {
    const { task, ...mine } = await myPlanning(db, circumstances(call), call.services.map.network);
    const { visits, breaks, unmet, unavailable } = mine;
    return {
      reply: {
        ...mine,
        madeAt: call.now,
        unavailable: [...unavailable],
        visits: visits.map((visit) => ({ ...visit, reasons: visit.reasons.map(reasonReply) })),
        breaks: breaks.map((rest) => ({ ...rest })),
        unmet: unmet.map((demand) => ({ ...demand, reason: reasonReply(demand.reason) })),
        task: task && { ...task },
      },
    };
  },
};

const replanMyPatrol: Handler<'replanMyPatrol'> = {
  run: async (tx, call) => {
    const { map } = call.services;
    const { result, audit } = await replanPatrol(tx, call.body, circumstances(call), map.network);
    const touches = await publicationTouches(tx, result.shiftId);
    return { reply: planReply(result), audit, touches };
  },
};

export const myShiftHandlers = { getMyShift, joinPatrol, getMyPlanning, replanMyPatrol };
