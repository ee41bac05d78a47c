/** The columns that promises and activities have in common: a row is a version, and the highest number is what holds. */
import type { EpochMs, Uuid } from '#core/model.ts';

interface Version {
  readonly versionId: Uuid;
  readonly versionNumber: number;
  readonly municipality: string;
  readonly reason: string;
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
}

export interface VersionColumns {
  id: string;
  number: number;
  municipality: string;
  reason: string;
  recorded_by: string;
  recorded_at: number;
}

export const toVersion = (row: Readonly<VersionColumns>): Version => ({
  versionId: row.id,
  versionNumber: row.number,
  municipality: row.municipality,
  reason: row.reason,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});

export const versionColumns = (version: Version): VersionColumns => ({
  id: version.versionId,
  number: version.versionNumber,
  municipality: version.municipality,
  reason: version.reason,
  recorded_by: version.recordedBy,
  recorded_at: version.recordedAt,
});
