/** A shift as the form holds it, in times of day, and as the server takes it, in instants. */
import { v7 as uuid } from 'uuid';
import type { Travels } from '#core/model.ts';
import { calendarRules, settings } from '../state/settings.ts';
import { clock, dateOf } from '../text/format.ts';
import type { ShiftReply } from './replies.ts';
import { instantInShift } from './shift-times.ts';

export interface PatrolDraft {
  readonly id: string;
  readonly callSign: string;
  readonly officers: number;
  readonly travels: Travels;
  readonly from: string;
  readonly to: string;
  readonly breakMin: number;
  readonly breakFrom: string;
  readonly breakTo: string;
  readonly kept: ShiftReply['patrols'][number] | null;
}

export interface ShiftDraft {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly municipality: string;
  readonly patrols: readonly PatrolDraft[];
}

export const newPatrol = (index: number, from: string, to: string): PatrolDraft => ({
  id: uuid(),
  callSign: `31-14${(index + 1) * 10}`,
  officers: 2,
  travels: 'foot',
  from,
  to,
  breakMin: 30,
  breakFrom: from < '12:00' || from >= '20:00' ? '00:30' : '17:30',
  breakTo: from < '12:00' || from >= '20:00' ? '02:30' : '19:30',
  kept: null,
});

/** What the form starts from: the shift as it is, else tonight 21–07 with two patrols. */
export function draftOf(shift: ShiftReply | null): ShiftDraft {
  if (!shift) {
    const [home] = settings.value?.municipalities.filter(({ code }) => code === '0482') ?? [];
    const patrols = [0, 1].map((index) => newPatrol(index, '21:00', '07:00'));
    return {
      date: dateOf(Date.now()),
      from: '21:00',
      to: '07:00',
      municipality: home?.code ?? settings.value?.municipalities[0]?.code ?? '',
      patrols,
    };
  }
  return {
    date: dateOf(shift.startsAt),
    from: clock(shift.startsAt),
    to: clock(shift.endsAt),
    municipality: shift.municipality,
    patrols: shift.patrols.map((patrol) => ({
      id: patrol.id,
      callSign: patrol.callSign,
      officers: patrol.officers ?? 2,
      travels: patrol.travels ?? 'foot',
      from: clock(patrol.startsAt),
      to: clock(patrol.endsAt),
      breakMin: patrol.break?.durationMin ?? 0,
      breakFrom: patrol.break ? clock(patrol.break.earliest) : '00:30',
      breakTo: patrol.break ? clock(patrol.break.latest) : '02:30',
      kept: patrol,
    })),
  };
}

/** What the form's times of day mean as instants. */
export function bodyOf({ date, from, to, municipality, patrols }: ShiftDraft) {
  const at = (time: string, isEnd = false) =>
    new Date(instantInShift(calendarRules(), date, from, time, isEnd)).toISOString();
  const home = settings.value?.base ?? { name: '', lonLat: [0, 0] as const };
  const base = { name: home.name, lonLat: [...home.lonLat] as [number, number] };
  return {
    municipality,
    startsAt: at(from),
    endsAt: at(to, true),
    patrols: patrols.map((patrol) => ({
      id: patrol.id,
      callSign: patrol.callSign,
      officers: patrol.officers,
      travels: patrol.travels,
      startsAt: at(patrol.from),
      endsAt: at(patrol.to, true),
      base: patrol.kept?.base ?? base,
      break:
        patrol.breakMin > 0
          ? {
              durationMin: patrol.breakMin,
              earliest: at(patrol.breakFrom),
              latest: at(patrol.breakTo),
            }
          : null,
      unavailable: patrol.kept?.unavailable ?? [],
    })),
  };
}
