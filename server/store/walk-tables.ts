/** The tables of safety walks, as `schema.ts` has the others. */
type Flag = 0 | 1;
type Json = string;

/** A safety walk; `date`, `evening` and `length_m` follow from the rest. */
export interface WalkTable {
  id: string;
  municipality: string;
  title: string;
  state: string;
  before_at: number | null;
  before_place: string;
  starts_at: number;
  place: string;
  after_at: number | null;
  after_place: string;
  /** Day (0) or evening (1) as somebody has said; null: by the rule. */
  evening_said: Flag | null;
  /** Positions in WGS 84, lon/lat. */
  route: Json | null;
  participants: number | null;
  checks_walk_id: string | null;
  date: string;
  evening: Flag;
  length_m: number | null;
  revision: number;
}

export interface WalkPointTable {
  id: string;
  walk_id: string;
  number: number;
  category: string;
  lon: number | null;
  lat: number | null;
  text: string;
  owner: string;
  owner_name: string;
  due_date: string | null;
  status: string;
  status_reason: string;
  revision: number;
}

/** Append-only: the highest number of a point is what holds. */
export interface WalkAnswerTable {
  id: string;
  point_id: string;
  number: number;
  answered_on: string;
  text: string;
}

export interface WalkPhotoTable {
  id: string;
  point_id: string;
  width: number;
  height: number;
  jpeg: Uint8Array<ArrayBuffer>;
}

export interface WalkPointWindowTable {
  window_id: string;
  point_id: string;
}
