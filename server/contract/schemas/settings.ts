/** What the web app must know before it draws anything, and the map under the hot spots. */
import { z } from 'zod';
import { id, localTime, lonLat, municipalityCode, place } from './common.ts';

export const settings = z
  .strictObject({
    area: z.strictObject({ id, name: z.string(), center: lonLat }),
    municipalities: z.array(z.strictObject({ code: municipalityCode, name: z.string() })),
    timeZone: z.string(),
    dayStart: localTime,
    base: place.meta({ description: 'Where patrols start if the shift says nothing else.' }),
    tilesUrl: z.string().nullable(),
    sampleData: z.boolean(),
    /** `straight`: no walking network; times are straight lines × 1.3 and the screens say so. */
    walking: z.enum(['network', 'straight']),
  })
  .meta({ id: 'Settings' });

/** The base map and the walking network are files that `map:import` has checked; they are sent as they are. */
export const mapDocument = z.looseObject({}).meta({ id: 'MapDocument' });
