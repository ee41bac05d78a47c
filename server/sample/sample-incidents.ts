/**
 * Three years of made-up incidents in the town, labelled as an example: most at the hot spots in the evening, a few
 * anywhere that one can walk. The figures are ours and tell nothing of Flen.
 */
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import { instantOf, operationalDateOf } from '#core/calendar/local-time.ts';
import { contains } from '#core/geo/contains.ts';
import { boundsOf } from '#core/geo/measure.ts';
import type { EpochMs, LocalDate, LonLat } from '#core/model.ts';
import { seededRandom } from '#core/planner/random.ts';
import type { Services } from '../services.ts';
import type { Executor } from '../store/database.ts';
import { newestHarmTable } from '../store/harm-tables.ts';
import { hotSpots, type StoredHotSpot } from '../store/hot-spots.ts';
import { insertImport, insertIncidents, type KeyedIncident } from '../store/incidents.ts';
import type { Random } from './sample-delivery.ts';
import type { SampleFrame } from './sample-shifts.ts';

const YEARS = 3;
const A_DAY = 1.1;
const AT_HOT_SPOTS = 0.62;
const HOUR = 3_600_000;

/** How often, and around which hour of the day, incidents of a hot spot happen; those left out have next to none. */
const PLACES = [
  { code: 'R1', share: 0.38, hour: 18 },
  { code: 'C2', share: 0.22, hour: 21 },
  { code: 'C1', share: 0.2, hour: 23 },
  { code: 'C3', share: 0.12, hour: 20 },
  { code: 'H1', share: 0.08, hour: 19 },
];

const KINDS = [
  ['disorder', 0.3],
  ['damage', 0.18],
  ['theft', 0.17],
  ['drugs', 0.13],
  ['threat', 0.1],
  ['violence', 0.09],
  ['robbery', 0.03],
] as const;

interface World {
  readonly places: readonly StoredHotSpot[];
  readonly streets: readonly LonLat[];
  readonly random: Random;
}

export async function insertSampleIncidents(
  tx: Executor,
  { calendar, clock, map }: Services,
  { municipality, makeId }: SampleFrame,
  seed: number,
): Promise<void> {
  const now = clock();
  const random = seededRandom(seed ^ 0x1ac1de).share;
  const streets = map.network?.nodes ?? [];
  const world = { places: await hotSpots(tx, { municipality }), streets, random };
  const last = addDays(operationalDateOf(calendar, now), -3);
  const incidents: KeyedIncident[] = [];
  for (let date = addDays(last, -YEARS * 365); date <= last; date = addDays(date, 1)) {
    for (let left = A_DAY * weight(date); random() < left; left -= 1) {
      const made = madeUp(
        world,
        (minutes) => instantOf(calendar, date, '00:00') + minutes * 60_000,
      );
      if (made) incidents.push({ ...made, key: `sample|${incidents.length}` });
    }
  }
  const id = makeId();
  const [first, final] = [incidents[0], incidents.at(-1)];
  if (!first || !final) return;
  await insertImport(tx, {
    id,
    municipality,
    fileName: 'exempel.csv',
    source: 'Exempel: påhittade händelser',
    format: 'csv',
    harmVersion: (await newestHarmTable(tx)).version,
    counts: { rows: incidents.length, kept: incidents.length, doubles: 0, refused: 0 },
    firstAt: first.from,
    lastAt: final.from,
    importedAt: now,
    withdrawnAt: null,
  });
  await insertIncidents(tx, { id, municipality }, incidents);
}

const weight = (date: LocalDate): number => (isoWeekday(date) >= 5 ? 1.5 : 0.8);

function madeUp({ places, streets, random }: World, at: (minutes: number) => EpochMs) {
  const place = random() < AT_HOT_SPOTS ? pick(PLACES, random, ({ share }) => share) : null;
  const hotSpot = place && places.find(({ code }) => code === place.code);
  const lonLat = hotSpot ? within(hotSpot, random) : beside(streets, random);
  if (!lonLat) return null;
  const hour = (place?.hour ?? 14) + (random() + random() - 1) * (place ? 4 : 9);
  const from = at(Math.round(hour * 60));
  const [category] = pick(KINDS, random, ([, share]) => share);
  // Damage is found in the morning: nobody knows when in the night it was done.
  const to = category === 'damage' ? from + Math.ceil(random() * 9) * HOUR : null;
  return { category, from, to, lonLat, count: 1 };
}

function pick<T>(all: readonly T[], random: Random, shareOf: (one: T) => number): T {
  let left = random() * all.reduce((sum, one) => sum + shareOf(one), 0);
  const found = all.find((one) => {
    left -= shareOf(one);
    return left < 0;
  });
  return found ?? (all[0] as T);
}

const DECIMALS = 1e6;
const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** Incidents here lean to one side, so that the hot spot could be drawn better. */
const LEANING = 'C2';

function within({ code, version }: StoredHotSpot, random: Random): LonLat | null {
  const { west, south, east, north } = boundsOf(version.geometry);
  for (let tries = 0; tries < 30; tries += 1) {
    const lean = code === LEANING ? 0.55 + (random() - random()) * 0.45 : random();
    const lon = west + (east - west) * lean;
    const lat = south + (north - south) * random();
    if (contains(version.geometry, [lon, lat])) return [rounded(lon), rounded(lat)];
  }
  return null;
}

/** Within a house or two of a junction. */
function beside(streets: readonly LonLat[], random: Random): LonLat | null {
  const [lon, lat] = streets[Math.floor(random() * streets.length)] ?? [Number.NaN, Number.NaN];
  const off = (metres: number, degreeM: number) => ((random() - 0.5) * 2 * metres) / degreeM;
  return Number.isNaN(lon)
    ? null
    : [rounded(lon + off(40, 57_300)), rounded(lat + off(40, 111_400))];
}
