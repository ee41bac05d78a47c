/** `npm run map:import -- FILE`: makes an OpenStreetMap extract the base map and the walking network. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { OSM_ATTRIBUTION } from '../server/formats/osm/build-base-map.ts';
import { type ImportReport, importMap } from '../server/formats/osm/import-map.ts';
import { BadExtract } from '../server/formats/osm/osm-object.ts';
import { replaceMap } from '../server/map/map-files.ts';
import { progressOf } from './map-progress.ts';
import { configOrStop, stop } from './terminal.ts';

const USAGE = 'usage: npm run map:import -- FILE   (Overpass JSON, .osm XML or .osm.pbf; .gz too)';
const WRONG_USE = 2;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  const [file] = positionals;
  if (!file || positionals.length > 1 || Object.keys(values).length > 0) stop(USAGE, WRONG_USE);
  const { dataDir } = configOrStop();
  try {
    const { baseMap, network, report } = await importMap(file, progressOf(basename(file)));
    const folder = replaceMap(dataDir, baseMap, network);
    process.stdout.write(
      `${account(report).join('\n')}\nWritten to ${folder}. Restart Fotspår to use it.\n`,
    );
  } catch (error) {
    if (error instanceof BadExtract) stop(`${file}: ${error.message}. The map stays as it was.`);
    if (error instanceof Error && 'syscall' in error) stop(`${dataDir}: ${error.message}`);
    throw error;
  }
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  street: 'streets',
  path: 'paths',
  rail: 'railway lines',
  water: 'waters',
  green: 'green areas',
  square: 'squares',
  building: 'buildings',
  place: 'named places',
};

const count = (number: number): string => number.toLocaleString('en');
const km = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;

function account(report: ImportReport): string[] {
  const kinds = Object.entries(KIND_WORDS).map(
    ([kind, words]) => `  ${words.padEnd(16)}${count(report.kinds.get(kind) ?? 0).padStart(8)}`,
  );
  return [`Kept (${OSM_ATTRIBUTION}):`, ...kinds, ...networkLines(report)];
}

function networkLines(report: ImportReport): string[] {
  const share = ((100 * report.keptM) / report.totalM).toFixed(1);
  const { otherParts, cutWays, missingNodes, brokenAreas } = report;
  return [
    `Walking network: ${count(report.walkableWays)} walkable ways with ${count(report.namedStreets)} street names, ${km(report.totalM)}; ${share} % of it is connected and kept (${count(report.keptNodes)} nodes).`,
    ...(otherParts > 0
      ? [
          `Left out: ${km(report.totalM - report.keptM)} in ${count(otherParts)} parts without a connection to it.`,
        ]
      : []),
    ...(cutWays > 0
      ? [
          `Cut: ${count(cutWays)} walkable ways at ${count(missingNodes)} nodes that the file lacks.`,
        ]
      : []),
    ...(brokenAreas > 0
      ? [
          `Drawn in part or not at all: ${count(brokenAreas)} areas whose border is not whole in the file.`,
        ]
      : []),
  ];
}

await main();
