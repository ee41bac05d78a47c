/** What does not add up in a shift, each with the field at fault and the cure. */
import type { EpochMs, Patrol, Shift } from './model.ts';

export interface ShiftFault {
  /** JSON pointer into the shift. */
  readonly field: string;
  readonly code: string;
  readonly said: { readonly sv: string; readonly en: string };
}

type ShiftTimes = Pick<Shift, 'startsAt' | 'endsAt' | 'patrols'>;

const HOUR = 3_600_000;
/** A shift longer than this is a slip of the date (Swedish working-time agreements stay far below). */
const LONGEST_SHIFT_MS = 24 * HOUR;

/** All faults of a shift; none: it adds up. */
export function shiftFaults(shift: ShiftTimes): ShiftFault[] {
  return [
    ...orderFaults('', shift.startsAt, shift.endsAt),
    ...(shift.endsAt - shift.startsAt > LONGEST_SHIFT_MS
      ? [
          fault('/endsAt', 'shift-too-long', {
            sv: 'Passet är över 24 timmar: kontrollera datumet.',
            en: 'The shift is over 24 hours: check the date.',
          }),
        ]
      : []),
    ...doubledCallSigns(shift.patrols),
    ...doubledIds(shift.patrols),
    ...shift.patrols.flatMap((patrol, index) => patrolFaults(shift, patrol, `/patrols/${index}`)),
  ];
}

const fault = (field: string, code: string, said: ShiftFault['said']): ShiftFault => ({
  field,
  code,
  said,
});

const ENDS_BEFORE_START = {
  sv: 'Det slutar innan det börjar.',
  en: 'It ends before it starts.',
};

function orderFaults(field: string, from: EpochMs, to: EpochMs): ShiftFault[] {
  return from < to ? [] : [fault(`${field}/endsAt`, 'ends-before-start', ENDS_BEFORE_START)];
}

function doubledCallSigns(patrols: readonly Patrol[]): ShiftFault[] {
  return patrols.flatMap((patrol, index) =>
    patrols.findIndex((other) => other.callSign === patrol.callSign) < index
      ? [
          fault(`/patrols/${index}/callSign`, 'call-sign-doubled', {
            sv: `${patrol.callSign} finns två gånger.`,
            en: `${patrol.callSign} is there twice.`,
          }),
        ]
      : [],
  );
}

function doubledIds(patrols: readonly Patrol[]): ShiftFault[] {
  return patrols.flatMap(({ id }, index) =>
    patrols.findIndex((other) => other.id === id) < index
      ? [
          fault(`/patrols/${index}/id`, 'id-doubled', {
            sv: 'Ge varje patrull ett eget id.',
            en: 'Give each patrol an id of its own.',
          }),
        ]
      : [],
  );
}

function patrolFaults(shift: ShiftTimes, patrol: Patrol, field: string): ShiftFault[] {
  const faults = orderFaults(field, patrol.startsAt, patrol.endsAt);
  if (patrol.startsAt < shift.startsAt || patrol.endsAt > shift.endsAt) {
    faults.push(
      fault(`${field}/startsAt`, 'outside-shift', {
        sv: `${patrol.callSign} tjänstgör utanför passet.`,
        en: `${patrol.callSign} is on duty outside the shift.`,
      }),
    );
  }
  return [...faults, ...breakFaults(patrol, field), ...unavailableFaults(patrol, field)];
}

function breakFaults({ break: rest, startsAt, endsAt }: Patrol, field: string): ShiftFault[] {
  if (!rest) return [];
  if (rest.earliest > rest.latest) {
    return [
      fault(`${field}/break/latest`, 'break-order', {
        sv: 'Rastens senaste start ligger före den tidigaste.',
        en: 'The latest start of the break is before the earliest.',
      }),
    ];
  }
  const ends = rest.earliest + rest.durationMin * 60_000;
  if (rest.earliest >= startsAt && ends <= endsAt) return [];
  return [
    fault(`${field}/break/earliest`, 'break-outside', {
      sv: 'Rasten ryms inte i tjänstgöringen.',
      en: 'The break does not fit the time on duty.',
    }),
  ];
}

function unavailableFaults(patrol: Patrol, field: string): ShiftFault[] {
  return patrol.unavailable.flatMap((span, index) =>
    span.from < span.to
      ? []
      : [fault(`${field}/unavailable/${index}/to`, 'ends-before-start', ENDS_BEFORE_START)],
  );
}
