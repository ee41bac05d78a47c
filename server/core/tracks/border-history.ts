/** The borders that hot spots had when a track was recorded. */
import type { EpochMs, HotSpotVersion } from '../model.ts';
import type { TrackedHotSpot } from './track-point.ts';

/** All borders of one hot spot, oldest first. */
export interface BorderHistory {
  readonly hotSpotId: string;
  readonly borders: readonly Pick<HotSpotVersion, 'validFrom' | 'geometry'>[];
}

/** Before its first border a hot spot has its first. */
export function hotSpotsAt(history: readonly BorderHistory[], at: EpochMs): TrackedHotSpot[] {
  return history.flatMap(({ hotSpotId, borders }) => {
    const border = borders.findLast(({ validFrom }) => validFrom <= at) ?? borders[0];
    return border ? [{ id: hotSpotId, geometry: border.geometry }] : [];
  });
}
