/** Made-up incidents for `bench:api`: so many in all, two of three near a hot spot, at any hour of the years. */
import { v7 as uuid } from 'uuid';
import { boundsOf } from '#core/geo/measure.ts';
import type { EpochMs, LonLat, TimeSpan } from '#core/model.ts';
import { type Random, seededRandom } from '#core/planner/random.ts';
import type { Executor } from '../../server/store/database.ts';
import { newestHarmTable } from '../../server/store/harm-tables.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { insertImport, insertIncidents } from '../../server/store/incidents.ts';

/** Degrees: some 100 m, and some 1,000 m. */
const NEAR = 0.001;
const FAR = 0.012;

export async function insertIncidentHistory(
  tx: Executor,
  municipality: string,
  span: TimeSpan,
  count: number,
): Promise<void> {
  const random = seededRandom(20261125);
  const places = await hotSpots(tx, { municipality });
  const corners = places.map(({ version }): LonLat => {
    const { west, south } = boundsOf(version.geometry);
    return [west, south];
  });
  const { version: harmVersion, categories } = await newestHarmTable(tx);
  const incidents = Array.from({ length: count }, (_, index) => {
    const corner = pick(corners, random);
    const from = aroundHour(span, random);
    return {
      key: `bench|${index}`,
      category: pick(categories, random).code,
      from,
      to: random.below(5) === 0 ? from + 8 * 3_600_000 : null,
      lonLat: beside(corner, random.below(3) < 2 ? NEAR : FAR, random),
      count: 1,
    };
  });
  const id = uuid();
  await insertImport(tx, {
    id,
    municipality,
    fileName: 'bench.csv',
    source: 'bench',
    format: 'csv',
    harmVersion,
    counts: { rows: count, kept: count, doubles: 0, refused: 0 },
    firstAt: span.from,
    lastAt: span.to,
    importedAt: span.to,
    withdrawnAt: null,
  });
  await insertIncidents(tx, { id, municipality }, incidents);
}

const pick = <T>(all: readonly T[], random: Random): T => all[random.below(all.length)] as T;

/** A whole hour, as most reports tell it. */
const aroundHour = ({ from, to }: TimeSpan, random: Random): EpochMs =>
  from + random.below(Math.floor((to - from) / 3_600_000)) * 3_600_000;

const beside = ([lon, lat]: LonLat, degrees: number, { share }: Random): LonLat => [
  lon + (share() + share() - 1) * 2 * degrees,
  lat + (share() + share() - 1) * degrees,
];
