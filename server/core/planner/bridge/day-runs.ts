/** Days running with a dose, and days running without. */

export interface DayMark {
  readonly isDosed: boolean;
  /** The hot spot has a window that opens on the day. */
  readonly isOpen: boolean;
}

/** Up to and including one day. */
export interface DayRun {
  /** Days in a row with a dose; 0: the day has none. */
  readonly streak: number;
  /** Days since the last dose on which there could have been one. */
  readonly without: number;
}

const NO_DAY: DayRun = { streak: 0, without: 0 };

/** One a day, in order. A day without a window ends a streak, and is none that went without. */
export function dayRuns(days: readonly DayMark[]): DayRun[] {
  let run = NO_DAY;
  return days.map(({ isDosed, isOpen }) => {
    run = isDosed
      ? { streak: run.streak + 1, without: 0 }
      : { streak: 0, without: run.without + (isOpen ? 1 : 0) };
    return run;
  });
}
