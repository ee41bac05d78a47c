/** A file of incidents as a table of texts, and which column says what. Nothing of a column that is not named is kept. */

export const FILE_FORMATS = ['csv', 'xlsx', 'geojson'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface TableRow {
  /** Of the file; in GeoJSON the number of the feature. From 1 on. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface IncidentFile {
  readonly format: FileFormat;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export const GRIDS = ['wgs84', 'sweref99tm'] as const;
/** `wgs84`: x is the longitude, y the latitude. `sweref99tm`: x is E, y is N, which Swedish usage says first. */
export type CoordinateGrid = (typeof GRIDS)[number];

export const DATE_ORDERS = ['dmy', 'mdy'] as const;
/** How 1/2/2026 is read; years that come first need no telling. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Numbers of columns, from 0. */
export interface Mapping {
  readonly from: number;
  /** Where the time of day stands in a column of its own. */
  readonly fromTime: number | null;
  readonly to: number | null;
  readonly toTime: number | null;
  readonly x: number;
  readonly y: number;
  /** Null: all incidents are of the category `other`. */
  readonly category: number | null;
  /** Null: each row is one incident. */
  readonly count: number | null;
  readonly grid: CoordinateGrid;
  readonly dateOrder: DateOrder;
}

export type MappedField = Exclude<keyof Mapping, 'grid' | 'dateOrder'>;
