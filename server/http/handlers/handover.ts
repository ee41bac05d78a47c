/** What one shift leaves to the next. */
import type { Uuid } from '#core/model.ts';
import { type Handover, handover } from '../../usecases/shifts/handover.ts';
import { circumstances, type Handler } from '../call.ts';

function handoverReply({ shift, planned, done, visits, missed, inherited, hotSpots }: Handover) {
  const places = new Map(hotSpots.map((place) => [place.id, place]));
  const placeOf = (id: Uuid) => {
    const { code = '', name = '' } = places.get(id) ?? {};
    return { code, name };
  };
  const callSigns = new Map(shift.patrols.map((patrol) => [patrol.id, patrol.callSign]));
  return {
    shiftId: shift.id,
    date: shift.date,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    callSigns: [...callSigns.values()],
    planned,
    done,
    visits: visits.map(({ id, hotSpotId, startedAt, endedAt, source, late, outcome, note }) => ({
      ...placeOf(hotSpotId),
      id,
      startedAt,
      endedAt,
      source,
      late,
      outcome: { ...outcome },
      note,
    })),
    missed: missed.map(({ planned: { slotId, hotSpotId, startsAt, patrolId }, loss }) => ({
      ...placeOf(hotSpotId),
      slotId,
      startsAt,
      callSign: callSigns.get(patrolId) ?? '',
      loss,
    })),
    inherited: inherited.map(({ hotSpotId, ...demand }) => ({ ...placeOf(hotSpotId), ...demand })),
  };
}

const getHandover: Handler<'getHandover'> = {
  run: async (db, call) => {
    const { now, calendar } = circumstances(call);
    const world = { now, calendar, network: call.services.map.network };
    return { reply: handoverReply(await handover(db, call.params.id, world)) };
  },
};

export const handoverHandlers = { getHandover };
