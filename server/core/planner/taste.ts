/** How boldly the search takes visits out and what it favours when filling up: two kinds of problem want two kinds of search. */
export interface Taste {
  /** Share of the score by which a kept plan may be worse, at the start and at the end of a cooling. */
  readonly hot: number;
  readonly cold: number;
  /** Rounds that a cooling has at least for each visit in the plan, and how many coolings there are at most. */
  readonly roundsPerVisit: number;
  readonly mostCoolings: number;
  /** Whether every other cooling begins with a plan made anew, and not where the one before has ended. */
  readonly startsAnew: boolean;
  /** A round takes out at most so many visits, and one more for each so many in the plan. */
  readonly mostRemoved: number;
  readonly visitsPerRemoved: number;
  /** How far chance may favour a window when filling up; a round draws one of these. */
  readonly noises: readonly number[];
  /** How often a round favours worth by its square, so that rich visits come before near ones. */
  readonly squareShare: number;
  /** What a minute of waiting counts, beside one of walking. */
  readonly waitShare: number;
  /** What a round takes on one core of 2026, in microseconds, fitted to the measured cases and rounded up. */
  readonly roundUs: (windows: number, patrols: number) => number;
}

/**
 * A shift: visits repeat, nearly all that is wanted fits, and most of it well. What is sought is a better order.
 * Measured on the public cases of 6 to 60 hot spots.
 */
const SHIFT: Taste = {
  hot: 0.005,
  cold: 0.0005,
  roundsPerVisit: 100,
  mostCoolings: 6,
  startsAnew: false,
  mostRemoved: 8,
  visitsPerRemoved: 20,
  noises: [0.5],
  squareShare: 0,
  waitShare: 0.3,
  roundUs: (windows) => 42 + 1.5 * windows,
};

/**
 * Each place at most once, far more of them than fit: which ones is the question, so larger parts are taken out, worse
 * plans are kept longer and worth counts more than nearness. Measured on the public benchmark of the team orienteering
 * problem with time windows; profit squared over time is Vansteenwegen's measure (2009).
 */
const ONCE_EACH: Taste = {
  hot: 0.025,
  cold: 0.001,
  roundsPerVisit: 150,
  mostCoolings: 4,
  startsAnew: true,
  mostRemoved: 8,
  visitsPerRemoved: 8,
  noises: [0.2, 0.5, 0.8],
  squareShare: 0.5,
  waitShare: 1,
  roundUs: (windows, patrols) => 12 + windows * (0.001 * windows + 0.1 * patrols),
};

/** @param mostVisits to each hot spot */
export const tasteFor = (mostVisits: Int32Array | readonly number[]): Taste =>
  mostVisits.every((most) => most <= 1) ? ONCE_EACH : SHIFT;
