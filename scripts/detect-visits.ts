/** `npm run --silent detect-visits -- --hotspots FILE.geojson TRACK...`: the visits in recorded tracks as JSON. */
import { readFileSync, statSync } from 'node:fs';
import { Command } from 'commander';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import { DETECTION, type DetectionOptions } from '#core/tracks/detection-options.ts';
import type { TrackedHotSpot } from '#core/tracks/track-point.ts';
import { BadTrack } from '../server/formats/tracks/bad-track.ts';
import { readTrack } from '../server/formats/tracks/read-track.ts';
import { readTrackedHotSpots } from '../server/formats/tracks/read-tracked-hot-spots.ts';
import { tooLarge } from '../server/formats/tracks/track-limits.ts';
import { stopWith } from './solver-arguments.ts';

/** `track` is the file as it was given; where it tells of several patrols, with `#` and the patrol's name. */
interface VisitLine {
  readonly track: string;
  readonly hotspot: string;
  readonly start: string;
  readonly end: string;
}

function main(): void {
  const command = new Command('detect-visits')
    .argument(
      '<tracks...>',
      'GPX, KML (gx:Track), GeoJSON with times, CSV or NDJSON (unit, time, lat, lon, accuracy)',
    )
    .requiredOption('--hotspots <file>', 'GeoJSON: polygons with an id')
    .option('--cycling', 'patrols on bicycles count too', false)
    .configureOutput({ outputError: (text) => stopWith(text) })
    .exitOverride((end) => process.exit(end.exitCode))
    .parse();
  const { hotspots, cycling } = command.opts<{ hotspots: string; cycling: boolean }>();
  const places = orStop(hotspots, () => readTrackedHotSpots(contentOf(hotspots).toString()));
  const options = { ...DETECTION, cycling };
  const visits = command.args.flatMap((track) =>
    orStop(track, () => visitsIn(track, places, options)),
  );
  process.stdout.write(`${JSON.stringify(visits, null, 1)}\n`);
}

function visitsIn(
  file: string,
  places: readonly TrackedHotSpot[],
  options: DetectionOptions,
): VisitLine[] {
  const tracks = readTrack(contentOf(file));
  const isOne = tracks.length === 1;
  return tracks.flatMap(({ unit, points }) =>
    detectVisits(places, points, options).map(({ hotSpotId, from, to }) => ({
      track: isOne ? file : `${file}#${unit ?? ''}`,
      hotspot: hotSpotId,
      start: instant(from),
      end: instant(to),
    })),
  );
}

/** @throws BadTrack before a file that is too large is read at all */
function contentOf(file: string): Buffer {
  const size = tooLarge(statSync(file).size);
  if (size) throw new BadTrack(null, size);
  return readFileSync(file);
}

const instant = (at: number): string => new Date(Math.round(at)).toISOString();

function orStop<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    return stopWith(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

main();
