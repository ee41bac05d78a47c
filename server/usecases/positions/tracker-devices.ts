/** Linking and unlinking tracker apps. */
import { randomInt } from 'node:crypto';
import type { Uuid } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  insertTrackerDevice,
  replaceTrackerToken,
  revokeTrackerDevice,
  type TrackerDevice,
  trackerDeviceById,
  trackerDevices,
} from '../../store/tracker-devices.ts';
import type { Circumstances, Done } from '../use-case.ts';

/** Typed by hand on a phone: small letters and digits that nobody takes for another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const [GROUPS, GROUP_LENGTH] = [4, 5];

/** Twenty of 31 signs are 99 bits: far beyond guessing, within typing. */
export function newTrackerToken(): string {
  const sign = () => LETTERS.charAt(randomInt(LETTERS.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, sign).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** As it was made, however it was typed: keyboards put capitals and blanks in. */
export const typedToken = (text: string): string => text.trim().toLowerCase();

export interface LinkedTracker {
  readonly tracker: TrackerDevice;
  readonly token: string;
}

/**
 * Sent again, the sender has not seen the code: a new one takes its place.
 * @throws Problem id-reused; not-acceptable-state: as many as an officer may have are linked
 */
export async function linkTracker(
  tx: Executor,
  { id, name, atMost }: { readonly id: Uuid; readonly name: string; readonly atMost: number },
  { by, now }: Circumstances,
): Promise<Done<LinkedTracker>> {
  const token = newTrackerToken();
  const known = await trackerDeviceById(tx, id);
  if (known) {
    const isSame = known.userId === by.id && known.name === name && known.revokedAt === null;
    if (!isSame) throw new Problem('id-reused');
    await replaceTrackerToken(tx, id, token);
    return { result: { tracker: known, token }, audit: [] };
  }
  await refuseTooMany(tx, by.id, atMost);
  const tracker = { id, userId: by.id, name, createdAt: now, revokedAt: null, lastSeenAt: null };
  await insertTrackerDevice(tx, tracker, token);
  const audit: AuditEntry = { action: 'tracker.make', entity: 'tracker', entityId: id };
  return { result: { tracker, token }, audit };
}

async function refuseTooMany(tx: Executor, userId: Uuid, atMost: number): Promise<void> {
  const linked = (await trackerDevices(tx, userId)).filter(({ revokedAt }) => revokedAt === null);
  if (linked.length < atMost) return;
  throw fieldProblem('not-acceptable-state', '', {
    sv: `${atMost} appar är kopplade: koppla bort en först.`,
    en: `${atMost} apps are linked: unlink one first.`,
  });
}

/** From the commit on its code opens nothing. @throws Problem not-found: also for another officer's */
export async function unlinkTracker(
  tx: Executor,
  id: Uuid,
  { by, now }: Circumstances,
): Promise<Done<null>> {
  const device = await trackerDeviceById(tx, id);
  if (device?.userId !== by.id) throw notFound('tracker app', id);
  if (device.revokedAt !== null) return { result: null, audit: [] };
  await revokeTrackerDevice(tx, id, now);
  const audit: AuditEntry = { action: 'tracker.revoke', entity: 'tracker', entityId: id };
  return { result: null, audit };
}
