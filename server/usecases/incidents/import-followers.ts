/** Which imports stand on another: what they both told was kept once, with the first, and goes with it. */
import type { IncidentImport } from '../../store/incidents.ts';

export interface Follower {
  readonly fileName: string;
  /** Of its rows, those that were kept with the earlier import; null: it was imported before that was noted. */
  readonly rows: number | null;
}

/** @param all imports, of which those that stand and came later are looked at */
export function followersOf(
  one: IncidentImport,
  all: readonly IncidentImport[],
): readonly Follower[] {
  return all.flatMap((later): Follower[] => {
    const { fileName, counts, withdrawnAt, importedAt, municipality } = later;
    const isLater = importedAt >= one.importedAt && later.id !== one.id;
    if (withdrawnAt !== null || !isLater || municipality !== one.municipality) return [];
    if (counts.held) {
      const rows = counts.held[one.id] ?? 0;
      return rows > 0 ? [{ fileName, rows }] : [];
    }
    const meets = later.firstAt <= one.lastAt && one.firstAt <= later.lastAt;
    return meets && counts.doubles > 0 ? [{ fileName, rows: null }] : [];
  });
}
