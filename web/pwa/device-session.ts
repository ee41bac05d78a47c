/** Starting, signing in and signing out on a device that may have no network. */
import { call } from '../api.ts';
import {
  ACCOUNT,
  isSignOutDue,
  lastAccount,
  rememberAccount,
  setSignOutDue,
} from '../state/last-account.ts';
import { type SessionReply, session, sessionEnded, signedOut } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { callOrSnapshot, hear, isOffline } from './call-or-snapshot.ts';
import { forgetSnapshots, keepSnapshot } from './snapshots.ts';

/** Asks the two things that everything else needs. */
export async function startSession(): Promise<void> {
  startAnewForAnother();
  const [, who] = await Promise.all([readSettings(), askWho()]);
  if (who) await takeSession(who);
  else session.value = null;
}

/** Whose replies this page has in memory. */
let shown: string | null = null;

/** Somebody has signed in: the device is theirs, and what was kept of others goes, from memory too. */
export async function takeSession(reply: SessionReply): Promise<void> {
  const isAnother = shown !== null && shown !== reply.user.id;
  shown = reply.user.id;
  const isNew = lastAccount() !== reply.user.id;
  rememberAccount(reply.user.id);
  setSignOutDue(false);
  sessionEnded.value = 'no';
  session.value = reply;
  if (isNew) await forgetSnapshots(reply.user.id);
  if (isAnother) location.assign('/');
  void keepSnapshot('getSession', '', reply);
  void keepSnapshot('getSettings', '', settings.value);
}

/** Deletes what is kept of the plan; visits that wait to be sent are not touched. Without a network the server is told later. */
export async function signOut(): Promise<void> {
  setSignOutDue(true);
  rememberAccount(null);
  session.value = null;
  await Promise.all([tellServer(), forgetSnapshots(null)]);
}

/** Another tab signed somebody else in or out: what this one shows is not theirs. */
function startAnewForAnother(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === ACCOUNT && newValue !== lastAccount()) location.reload();
  });
}

async function readSettings(): Promise<void> {
  try {
    settings.value ??= await callOrSnapshot('getSettings', {});
  } catch {
    // Signing in works without: the area's name is then missing from the page.
  }
}

/** Null: nobody, or nobody whose session would still be good. */
async function askWho(): Promise<SessionReply | null> {
  if (isSignOutDue() && !(await tellServer())) return null;
  try {
    const { reply, isKept } = await hear('getSession', {});
    const isOver = isKept && Date.parse(reply.expiresAt) <= Date.now();
    if (isOver) signedOut();
    return isOver ? null : reply;
  } catch {
    return null;
  }
}

/** @returns whether the server knows that this device has signed out */
async function tellServer(): Promise<boolean> {
  try {
    await call('signOut', {});
  } catch (error) {
    if (isOffline(error)) return false;
  }
  setSignOutDue(false);
  return true;
}
