/** How boldly the search takes visits out and what it favours when filling up: two kinds of problem want two kinds of search. */
export interface Taste {
  /** Share of the score by which a kept plan may be worse, at the start and at the end of a cooling. */
  readonly hot: number;
  readonly cold: number;
  /** Rounds of the first cooling. */
  readonly firstCycle: number;
  /** A round takes out at most so many visits, and one more for each so many in the plan. */
  readonly mostRemoved: number;
  readonly visitsPerRemoved: number;
  /** How far chance may favour a window when filling up; a round draws one of these. */
  readonly noises: readonly number[];
  /** How often a round favours worth by its square, so that rich visits come before near ones. */
  readonly squareShare: number;
  /** What a minute of waiting counts, beside one of walking. */
  readonly waitShare: number;
}

/**
 * A shift: visits repeat, nearly all that is wanted fits, and most of it well. What is sought is a better order.
 * Measured on the public cases of 6 to 60 hot spots.
 */
const SHIFT: Taste = {
  hot: 0.005,
  cold: 0.0005,
  firstCycle: 1500,
  mostRemoved: 8,
  visitsPerRemoved: 20,
  noises: [0.5],
  squareShare: 0,
  waitShare: 0.3,
};

/**
 * Each place at most once, far more of them than fit: which ones is the question, so larger parts are taken out, worse
 * plans are kept longer and worth counts more than nearness. Measured on the public benchmark of the team orienteering
 * problem with time windows; profit squared over time is Vansteenwegen's measure (2009).
 */
const ONCE_EACH: Taste = {
  hot: 0.025,
  cold: 0.001,
  firstCycle: 3000,
  mostRemoved: 8,
  visitsPerRemoved: 8,
  noises: [0.2, 0.5, 0.8],
  squareShare: 0.5,
  waitShare: 1,
};

/** @param spotMost most visits to each hot spot */
export const tasteFor = (spotMost: Int32Array): Taste =>
  spotMost.every((most) => most <= 1) ? ONCE_EACH : SHIFT;
