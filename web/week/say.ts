/** A shift of the week in few words. */
import { shortClock, shortDay } from '../text/format.ts';
import type { WeekShiftReply } from './replies.ts';

type Timed = Pick<WeekShiftReply, 'startsAt' | 'endsAt'>;

/** `21–07` */
export const shiftTime = ({ startsAt, endsAt }: Timed): string =>
  `${shortClock(startsAt)}–${shortClock(endsAt)}`;

/** `fre 21–07` */
export const shiftName = (shift: Timed & Pick<WeekShiftReply, 'date'>): string =>
  `${shortDay(shift.date)} ${shiftTime(shift)}`;
