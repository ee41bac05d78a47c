/** The table of places as the public page shows it: three columns of doses with their sums, and the windows kept. */
import type { LonLat } from '../model.ts';
import { type MaskedColumn, maskColumn } from './mask-column.ts';
import { FEWEST_SHOWN, isShown, type ShownCount, shownCount, WITHHELD } from './shown-count.ts';
import type { PlaceFigures, PublishedDoses, PublishedPlace } from './tertial-report.ts';

type Windows = PublishedDoses['windows'];

export interface MaskedPlaces {
  readonly places: readonly PublishedPlace[];
  readonly totals: PublishedDoses;
}

const NO_WINDOWS: Windows = { kept: WITHHELD, all: WITHHELD };

/** @param figures in the order in which they are printed */
export function maskPlaces(figures: readonly PlaceFigures[]): MaskedPlaces {
  const order = withheldFirst(figures);
  const column = (of: 'promised' | 'planned' | 'delivered') =>
    maskColumn(
      figures.map((place) => place[of]),
      order,
    );
  const columns = {
    promised: column('promised'),
    planned: column('planned'),
    delivered: column('delivered'),
  };
  const places = figures.map((place, row) => shownPlace(place, row, columns));
  const { promised, planned, delivered } = columns;
  const sums = { promised: promised.sum, planned: planned.sum, delivered: delivered.sum };
  return { places, totals: { ...sums, windows: sumOfWindows(figures, places) } };
}

/** The least urgent places first, so that the figures of the most urgent ones stay. */
function withheldFirst(figures: readonly PlaceFigures[]): number[] {
  const rows = figures.map(({ priority }, row) => ({ priority, row }));
  return rows.sort((a, b) => b.priority - a.priority || a.row - b.row).map(({ row }) => row);
}

type Columns = Readonly<Record<'promised' | 'planned' | 'delivered', MaskedColumn>>;

function shownPlace(place: PlaceFigures, row: number, columns: Columns): PublishedPlace {
  const cell = (column: MaskedColumn): ShownCount => column.cells[row] ?? WITHHELD;
  const promised = cell(columns.promised);
  const delivered = cell(columns.delivered);
  const isKnown = isShown(promised) && isShown(delivered);
  const { kept, all } = place.windows;
  return {
    name: place.name,
    lonLat: roundedPoint(place.lonLat),
    promised,
    planned: cell(columns.planned),
    delivered,
    windows: isKnown ? shownWindows(kept, all) : NO_WINDOWS,
  };
}

/**
 * A kept window had its doses, so that windows bound the doses of their row from below: where those are hidden, so are
 * they. Windows have no sum where one is hidden, so that nothing can be subtracted.
 */
function shownWindows(kept: number, all: number): Windows {
  if (0 < all && all < FEWEST_SHOWN) return NO_WINDOWS;
  return { kept: shownCount(kept), all: shownCount(all) };
}

function sumOfWindows(
  figures: readonly PlaceFigures[],
  places: readonly PublishedPlace[],
): Windows {
  const isWhole = places.every(({ windows }) => isShown(windows.kept) && isShown(windows.all));
  if (!isWhole) return NO_WINDOWS;
  const sum = (of: 'kept' | 'all') => figures.reduce((all, { windows }) => all + windows[of], 0);
  return { kept: shownCount(sum('kept')), all: shownCount(sum('all')) };
}

/** Three decimals of a degree: about 110 m north and 57 m east in Flen, so that a name finds its place on a map. */
function roundedPoint([lon, lat]: LonLat): LonLat {
  const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;
  return [rounded(lon), rounded(lat)];
}
