/** What does not add up in a shift, each with the field at fault and the cure. */
import type { EpochMs, Patrol, Shift } from './model.ts';

export interface ShiftFault {
  /** JSON pointer into the shift. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
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
      ? [fault('/endsAt', 'shift-too-long', 'The shift is over 24 hours: check the date.')]
      : []),
    ...doubledCallSigns(shift.patrols),
    ...doubledIds(shift.patrols),
    ...shift.patrols.flatMap((patrol, index) => patrolFaults(shift, patrol, `/patrols/${index}`)),
  ];
}

const fault = (field: string, code: string, message: string): ShiftFault => ({
  field,
  code,
  message,
});

function orderFaults(field: string, from: EpochMs, to: EpochMs): ShiftFault[] {
  return from < to
    ? []
    : [fault(`${field}/endsAt`, 'ends-before-start', 'It ends before it starts.')];
}

function doubledCallSigns(patrols: readonly Patrol[]): ShiftFault[] {
  return patrols.flatMap((patrol, index) =>
    patrols.findIndex((other) => other.callSign === patrol.callSign) < index
      ? [
          fault(
            `/patrols/${index}/callSign`,
            'call-sign-doubled',
            `${patrol.callSign} is there twice.`,
          ),
        ]
      : [],
  );
}

function doubledIds(patrols: readonly Patrol[]): ShiftFault[] {
  return patrols.flatMap(({ id }, index) =>
    patrols.findIndex((other) => other.id === id) < index
      ? [fault(`/patrols/${index}/id`, 'id-doubled', 'Give each patrol an id of its own.')]
      : [],
  );
}

function patrolFaults(shift: ShiftTimes, patrol: Patrol, field: string): ShiftFault[] {
  const faults = orderFaults(field, patrol.startsAt, patrol.endsAt);
  if (patrol.startsAt < shift.startsAt || patrol.endsAt > shift.endsAt) {
    faults.push(
      fault(
        `${field}/startsAt`,
        'outside-shift',
        `${patrol.callSign} is on duty outside the shift.`,
      ),
    );
  }
  return [...faults, ...breakFaults(patrol, field), ...unavailableFaults(patrol, field)];
}

function breakFaults({ break: rest, startsAt, endsAt }: Patrol, field: string): ShiftFault[] {
  if (!rest) return [];
  if (rest.earliest > rest.latest) {
    return [
      fault(
        `${field}/break/latest`,
        'break-order',
        'The latest start of the break is before the earliest.',
      ),
    ];
  }
  const ends = rest.earliest + rest.durationMin * 60_000;
  if (rest.earliest >= startsAt && ends <= endsAt) return [];
  return [
    fault(`${field}/break/earliest`, 'break-outside', 'The break does not fit the time on duty.'),
  ];
}

function unavailableFaults(patrol: Patrol, field: string): ShiftFault[] {
  return patrol.unavailable.flatMap((span, index) =>
    span.from < span.to
      ? []
      : [
          fault(
            `${field}/unavailable/${index}/to`,
            'ends-before-start',
            'It ends before it starts.',
          ),
        ],
  );
}
