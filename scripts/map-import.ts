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
const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
const km = (metres: number): string => `${(metres / 1000).toFixed(1)} km`;

function account(report: ImportReport): string[] {
  const kinds = Object.entries(KIND_WORDS).map(
    ([kind, words]) => `  ${words.padEnd(16)}${count(report.kinds.get(kind) ?? 0).padStart(8)}`,
  );
  return [`Kept (${OSM_ATTRIBUTION}):`, ...kinds, ...networkLines(report)];
}

function networkLines(report: ImportReport): string[] {
  const { otherParts, cutWays, brokenAreas } = report;
  const share = ((100 * report.keptM) / report.totalM).toFixed(1);
  const ways = counted(report.walkableWays, 'walkable way');
  const names = counted(report.namedStreets, 'street name');
  const nodes = counted(report.keptNodes, 'node');
  const lines = [
    `Walking network: ${ways} with ${names}, ${km(report.totalM)}; ${share} % of it is connected and kept (${nodes}).`,
  ];
  if (otherParts > 0) {
    const left = km(report.totalM - report.keptM);
    lines.push(`Left out: ${left} without a connection to it (${counted(otherParts, 'part')}).`);
  }
  if (cutWays > 0) {
    const missing = counted(report.missingNodes, 'node');
    lines.push(`Cut: ${counted(cutWays, 'walkable way')} at ${missing} that the file lacks.`);
  }
  if (brokenAreas > 0) {
    const areas = counted(brokenAreas, 'area');
    lines.push(`Drawn in part or not at all: ${areas} whose border is not whole in the file.`);
  }
  return lines;
}

await main();
