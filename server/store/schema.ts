/**
 * The tables as Kysely sees them. Instants are epoch milliseconds, booleans 0/1, structures JSON text:
 * types that SQLite and PostgreSQL both have. Rows are turned into domain nouns in this folder and nowhere else.
 */
import type { Generated } from 'kysely';
import type { HarmTableTable, IncidentImportTable, IncidentTable } from './incident-tables.ts';
import type {
  ActivityVersionTable,
  PromiseFigureTable,
  PromiseVersionTable,
  SurveyFigureTable,
  WeeklyFocusTable,
} from './promise-tables.ts';
import type {
  WalkAnswerTable,
  WalkPhotoTable,
  WalkPointTable,
  WalkPointWindowTable,
  WalkTable,
} from './walk-tables.ts';

type Flag = 0 | 1;
type Json = string;

export interface AreaTable {
  id: string;
  name: string;
  center_lon: number;
  center_lat: number;
}

export interface MunicipalityTable {
  code: string;
  area_id: string;
  name: string;
}

export interface HotSpotTable {
  id: string;
  municipality: string;
  code: string;
  name: string;
  why_here: string;
  why_source: string;
  review_date: string | null;
  priority: number;
  wanted_gap_hours: number;
  tags: Json;
  status: string;
  revision: number;
}

export interface HotSpotVersionTable {
  id: string;
  hot_spot_id: string;
  number: number;
  valid_from: number;
  geometry: Json;
  area_ha: number;
  perimeter_m: number;
}

export interface TimeWindowTable {
  id: string;
  hot_spot_id: string;
  weekdays: Json;
  start: string;
  end: string;
  exceptions: Json;
  date_from: string | null;
  date_to: string | null;
  doses: number;
  dwell_min: number;
  counts_from_min: number;
  ceiling_min: number;
  min_gap_min: number;
  crew: number;
  /** In force from this operational day up to, not including, `valid_to`; null: still. */
  valid_from: string;
  valid_to: string | null;
}

export interface ShiftTable {
  id: string;
  municipality: string;
  date: string;
  starts_at: number;
  ends_at: number;
  revision: number;
}

export interface PatrolTable {
  id: string;
  shift_id: string;
  position: number;
  call_sign: string;
  officers: number;
  travels: 'foot' | 'car' | 'bicycle';
  starts_at: number;
  ends_at: number;
  base: Json;
  break: Json | null;
  unavailable: Json;
}

export interface PatrolMemberTable {
  patrol_id: string;
  user_id: string;
  joined_at: number;
}

export interface PlanTable {
  id: string;
  shift_id: string;
  number: number;
  status: string;
  seed: number;
  iterations: number;
  varied: number;
  strands: number;
  best_value: number | null;
  value: number;
  unmet: Json;
  breaks: Json;
  created_by: string;
  created_at: number;
  published_at: number | null;
  revision: number;
  replanned_by: string | null;
}

export interface PlannedVisitTable {
  id: string;
  plan_id: string;
  slot_id: string;
  patrol_id: string;
  hot_spot_id: string;
  window_id: string;
  starts_at: number;
  ends_at: number;
  pinned: Flag;
  reasons: Json;
}

export interface PlannedLossTable {
  slot_id: string;
  reason: string;
  recorded_by: string;
  recorded_at: number;
}

/** One row a version; the newest is the visit, and `is_current` says which that is. */
export interface VisitVersionTable {
  id: string;
  visit_id: string;
  number: number;
  is_current: Flag;
  kind: string;
  reason: string;
  recorded_by: string;
  recorded_at: number;
  hot_spot_id: string;
  hot_spot_version_id: string;
  patrol_id: string | null;
  slot_id: string | null;
  started_at: number;
  ended_at: number | null;
  officers: number;
  source: string;
  late: Flag;
  contacts: number;
  actions: number;
  observations: number;
  interventions: number;
  note: string;
  voided: Flag;
  /** The phone's own clock at the press, and what was added to it; null: told to the server at once. */
  noted_at: number | null;
  skew_ms: number | null;
  confirmed_at: number | null;
}

/** Items of phones' outboxes that have been taken in: the same item again gets the same answer. */
export interface OutboxReceiptTable {
  item_id: string;
  /** SHA-256 of what the item said. */
  content: string;
  visit_id: string | null;
  received_at: number;
}

export interface UserTable {
  id: string;
  username: string;
  display_name: string;
  role: string;
  municipality: string | null;
  password_hash: string | null;
  trial: Flag;
  disabled: Flag;
  revision: number;
  created_at: number;
}

export interface SessionTable {
  token_hash: string;
  user_id: string;
  created_at: number;
  last_seen_at: number;
  expires_at: number;
}

export interface SignInLinkTable {
  token_hash: string;
  user_id: string;
  expires_at: number;
}

export interface AuditTable {
  seq: Generated<number>;
  at: number;
  actor_id: string | null;
  actor: string | null;
  role: string | null;
  action: string;
  entity: string;
  entity_id: string | null;
  detail: Json;
  prev_hash: string;
  hash: string;
}

/** Small facts about the installation itself: whether it holds sample data, where patrols start. */
export interface InstallationTable {
  key: string;
  value: Json;
}

/** Append-only: the newest row of a user is what holds. */
export interface GpsConsentTable {
  seq: Generated<number>;
  user_id: string;
  given: Flag;
  at: number;
}

export interface TrackerDeviceTable {
  id: string;
  user_id: string;
  name: string;
  token_hash: string;
  created_at: number;
  revoked_at: number | null;
  last_seen_at: number | null;
}

/** Where an officer's phone was, by its own clock; deleted after the retention. */
export interface PositionTable {
  user_id: string;
  /** `phone`, or the id of a tracker device. */
  source: string;
  at: number;
  lon: number;
  lat: number;
  accuracy_m: number | null;
  received_at: number;
}

/** A version of a tertial's public page; `published` is what everybody reads, null while it is a draft. */
export interface PublicationTable {
  id: string;
  municipality: string;
  tertial: string;
  version: number;
  revision: number;
  report: Json;
  texts: Json;
  texted_by: string | null;
  signatures: Json;
  published: Json | null;
  created_at: number;
  published_at: number | null;
}

export interface Schema {
  area: AreaTable;
  municipality: MunicipalityTable;
  hot_spot: HotSpotTable;
  hot_spot_version: HotSpotVersionTable;
  time_window: TimeWindowTable;
  shift: ShiftTable;
  patrol: PatrolTable;
  patrol_member: PatrolMemberTable;
  plan: PlanTable;
  planned_visit: PlannedVisitTable;
  planned_loss: PlannedLossTable;
  visit_version: VisitVersionTable;
  outbox_receipt: OutboxReceiptTable;
  user: UserTable;
  session: SessionTable;
  sign_in_link: SignInLinkTable;
  audit: AuditTable;
  installation: InstallationTable;
  gps_consent: GpsConsentTable;
  tracker_device: TrackerDeviceTable;
  position: PositionTable;
  harm_table: HarmTableTable;
  incident_import: IncidentImportTable;
  incident: IncidentTable;
  promise_version: PromiseVersionTable;
  promise_figure: PromiseFigureTable;
  activity_version: ActivityVersionTable;
  survey_figure: SurveyFigureTable;
  weekly_focus: WeeklyFocusTable;
  walk: WalkTable;
  walk_point: WalkPointTable;
  walk_answer: WalkAnswerTable;
  walk_photo: WalkPhotoTable;
  walk_point_window: WalkPointWindowTable;
  publication: PublicationTable;
}
