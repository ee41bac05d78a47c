/** The form of data/flen/seed.json: what a fresh installation starts with. */
import { z } from 'zod';
import { id, lonLat, municipalityCode, place } from '#contract/schemas/common.ts';
import { createHotSpotBody, setWindowsBody } from '#contract/schemas/hot-spots.ts';

const seedHotSpot = z.strictObject({
  ...createHotSpotBody.shape,
  windows: setWindowsBody.shape.windows,
});

export const seedSchema = z.strictObject({
  area: z.strictObject({ id, name: z.string(), center: lonLat }),
  municipalities: z.array(z.strictObject({ code: municipalityCode, name: z.string() })).min(1),
  base: place,
  hotSpots: z.array(seedHotSpot),
});

export type Seed = z.output<typeof seedSchema>;
export type SeedHotSpot = Seed['hotSpots'][number];
