/** The tables of incidents and the harm table, as `schema.ts` has the others. */
type Json = string;

/** Append-only: a change is a new version. */
export interface HarmTableTable {
  version: number;
  name: string;
  categories: Json;
  made_at: number;
}

export interface IncidentImportTable {
  id: string;
  municipality: string;
  file_name: string;
  source: string;
  format: string;
  harm_version: number;
  counts: Json;
  first_at: number;
  last_at: number;
  imported_at: number;
  withdrawn_at: number | null;
}

/** No field for a person, an address or a text. */
export interface IncidentTable {
  municipality: string;
  /** Time, place, count and a check sum of the file's word for the kind: the same incident has the same. */
  likeness: string;
  import_id: string;
  category: string;
  from_at: number;
  to_at: number | null;
  lon: number;
  lat: number;
  count: number;
}
