/** A point goes on with its window where that is edited: the window that takes its place is the point's too. */
import type { Uuid } from '#core/model.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { linkWindow, pointOfWindow } from '../../store/walk-points.ts';

export async function followWindow(
  tx: Executor,
  hotSpotId: Uuid,
  before: Uuid,
  windowId: Uuid,
): Promise<AuditEntry[]> {
  const pointId = await pointOfWindow(tx, before);
  if (pointId === null) return [];
  await linkWindow(tx, pointId, windowId);
  const detail = { hotSpotId, windowId, before };
  return [{ action: 'walk.point-window', entity: 'walk-point', entityId: pointId, detail }];
}
