/** What a file of tracks tells: where each patrol went, and its visits. */
import { DAY_MS } from '#core/calendar/local-time.ts';
import type { LonLat, TimeSpan } from '#core/model.ts';
import { type BorderHistory, hotSpotsAt } from '#core/tracks/border-history.ts';
import { type CyclingPatrol, mayCycle } from '#core/tracks/cycling-patrols.ts';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import { DETECTION } from '#core/tracks/detection-options.ts';
import { thinLine } from '#core/tracks/thin-line.ts';
import type { DetectedVisit, TrackPoint } from '#core/tracks/track-point.ts';
import { BadTrack } from './bad-track.ts';
import { readTrack } from './read-track.ts';

export interface TrackReading extends TimeSpan {
  /** What the file calls the patrol; null where it names none. */
  readonly unit: string | null;
  /** How many points it was read from. */
  readonly points: number;
  /** Enough to draw it. */
  readonly line: readonly LonLat[];
  readonly visits: readonly DetectedVisit[];
}

const MOST_DRAWN = 2_000;

/** A shift is a night, a radio system's export a month. */
const MOST_DAYS = 31;

/** Another year is a clock that was never set, or a week that rolled over: no visit can be dated by it. */
const YEARS = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2100, 0, 1) };

const NO_CLOCK = {
  sv: 'ingen punkt har en tid under åren 2000–2099: klockan var inte ställd',
  en: 'no point has a time in the years 2000–2099: the clock was not set',
};
const TOO_LONG = {
  sv: `spåret sträcker sig över mer än ${MOST_DAYS} dygn: dela upp filen`,
  en: `the track covers more than ${MOST_DAYS} days: split the file up`,
};

/** @throws BadTrack */
export function readTrackVisits(
  bytes: Uint8Array,
  history: readonly BorderHistory[],
  cycling: readonly CyclingPatrol[],
): TrackReading[] {
  const readings = readTrack(bytes).flatMap(({ unit, points }) => {
    const dated = points.filter(({ at }) => YEARS.from <= at && at < YEARS.to);
    return dated.length === 0 ? [] : [readingOf(unit, dated, history, cycling)];
  });
  if (readings.length === 0) throw new BadTrack(null, NO_CLOCK);
  return readings;
}

function readingOf(
  unit: string | null,
  points: readonly TrackPoint[],
  history: readonly BorderHistory[],
  cycling: readonly CyclingPatrol[],
): TrackReading {
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  if (to - from > MOST_DAYS * DAY_MS) throw new BadTrack(null, TOO_LONG);
  const options = { ...DETECTION, cycling: mayCycle(cycling, unit, { from, to }) };
  return {
    unit,
    points: points.length,
    from,
    to,
    line: thinLine(
      points.map(({ lonLat }) => lonLat),
      MOST_DRAWN,
    ),
    visits: detectVisits(hotSpotsAt(history, from), points, options),
  };
}
