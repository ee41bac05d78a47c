/** Tracks with known visits in a folder such as ../shared/tracks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import { readTrack } from '../../server/formats/tracks/read-track.ts';
import { readTrackedHotSpots } from '../../server/formats/tracks/read-tracked-hot-spots.ts';
import type { VisitSpan } from './agreement.ts';

export interface KnownTrack {
  readonly points: readonly TrackPoint[];
  readonly visits: readonly VisitSpan[];
}

interface KnownTracks {
  readonly hotSpots: readonly TrackedHotSpot[];
  readonly tracks: readonly KnownTrack[];
}

interface TruthLine {
  readonly hotspot: string;
  readonly start: string;
  readonly end: string;
}

function visitsIn(file: string): VisitSpan[] {
  const lines = JSON.parse(readFileSync(file, 'utf8')) as TruthLine[];
  return lines.map(({ hotspot, start, end }) => ({
    hotSpotId: hotspot,
    from: Date.parse(start),
    to: Date.parse(end),
  }));
}

/** Null where there is no such folder. */
export function readKnownTracks(folder: string): KnownTracks | null {
  const borders = join(folder, 'hotspots.geojson');
  if (!existsSync(borders)) return null;
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.truth\.json$/.exec(file)?.[1] ?? []);
  return {
    hotSpots: readTrackedHotSpots(readFileSync(borders, 'utf8')),
    tracks: names.map((name) => ({
      points: readTrack(readFileSync(join(folder, `${name}.gpx`))).flatMap(({ points }) => points),
      visits: visitsIn(join(folder, `${name}.truth.json`)),
    })),
  };
}
