/** A city's incidents from a file as it was published: columns guessed as the import guesses them, laid on a metric plane. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { type HoldOut, usualHoldOut } from '#core/evaluation/hold-out.ts';
import { type Incident, middleOf } from '#core/evaluation/incident.ts';
import type { StudyArea } from '#core/evaluation/score-card.ts';
import { type ExtentBasis, studyArea } from '#core/evaluation/study-area.ts';
import { localPlane } from '#core/geo/local-plane.ts';
import type { IncidentFile, Mapping } from '#core/incidents/columns.ts';
import { guessMapping } from '#core/incidents/guess-mapping.ts';
import type { HarmTable } from '#core/incidents/harm-table.ts';
import { readIncidents } from '#core/incidents/read-incidents.ts';
import type { LonLat, TimeSpan } from '#core/model.ts';
import { readIncidentFile } from '../../server/formats/incidents/read-incident-file.ts';

export interface City {
  readonly incidents: readonly Incident[];
  readonly study: StudyArea;
  readonly basis: ExtentBasis;
  readonly holdOut: HoldOut;
  readonly data: TimeSpan;
  /** Which columns said what, and what became of the rows. */
  readonly told: string;
}

/** A published set may be larger than what the server takes in. */
const MOST_ROWS = 5_000_000;
const MOST_BYTES = 2 ** 31;

/** All incidents weigh the same: a foreign code of crimes is not ours to weigh. */
const ONE_WEIGHT: HarmTable = {
  version: 0,
  name: 'one weight',
  categories: [{ code: 'other', name: 'all', weight: 1, words: [] }],
};

function bytesOf(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b
    ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES })
    : bytes;
}

/** @throws Error that says what is wrong with the file */
export async function readCity(path: string, now: number): Promise<City> {
  const file = await readIncidentFile(bytesOf(path), MOST_ROWS);
  const { mapping } = guessMapping(SWEDISH_RULES, file);
  if (!mapping) throw new Error('no columns of time and place were found');
  const rules = { calendar: SWEDISH_RULES, center: null, harm: ONE_WEIGHT, now };
  const { incidents: all, refusals, doubles } = readIncidents(file, mapping, rules);
  const near = withoutStrays(all);
  if (near.length < 10) throw new Error(`only ${near.length} incidents could be read`);
  const plane = localPlane(medianPlace(near));
  const located = studyArea(
    null,
    near.map(({ lonLat }) => lonLat),
    plane,
  );
  if (!located) throw new Error('all incidents lie in one place');
  const data = usualSpan(near);
  const strays = all.length - near.length;
  return {
    incidents: near,
    ...located,
    data,
    holdOut: usualHoldOut(SWEDISH_RULES, data),
    told:
      `${file.rows.length} rows: ${near.length} incidents, ${refusals.length} refused, ` +
      `${doubles.length} doubles, ${strays} far from all others. Columns: ${columnsTold(file, mapping)}.`,
  };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const medianPlace = (incidents: readonly Incident[]): LonLat => [
  median(incidents.map(({ lonLat }) => lonLat[0])),
  median(incidents.map(({ lonLat }) => lonLat[1])),
];

/** Three times as far from the middle as 99 of 100 incidents are: a slip of the geocoder, which would stretch the city. */
function withoutStrays<T extends Incident>(incidents: readonly T[]): T[] {
  const { toXY } = localPlane(medianPlace(incidents));
  const distances = incidents.map(({ lonLat }) => Math.hypot(...toXY(lonLat)));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length * 0.99)] ?? 0;
  return incidents.filter((_, index) => (distances[index] ?? 0) <= 3 * usual);
}

/** Of 998 in a thousand: a slip in a year would make most of the months empty. */
function usualSpan(incidents: readonly Incident[]): TimeSpan {
  const times = incidents.map(middleOf).toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { from: at(0.001), to: at(0.999) };
}

function columnsTold({ columns }: IncidentFile, mapping: Mapping): string {
  const { from, fromTime, to, x, y, category } = mapping;
  const name = (column: number | null) => (column === null ? null : columns[column]);
  const parts = [
    ['time', [name(from), name(fromTime)]],
    ['to', [name(to)]],
    ['place', [name(x), name(y)]],
    ['kind', [name(category)]],
  ] as const;
  return parts
    .map(([what, names]) => [what, names.filter((one) => one !== null)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what} ${names.join(' + ')}`)
    .join(', ');
}
