/** Fetches what Mitt pass can be asked for later in the night, when there may be no network. */
import { callOrSnapshot } from './call-or-snapshot.ts';

let isKept = false;

/** Once a page; what could not be fetched is tried again the next time. */
export async function keepForOffline(): Promise<void> {
  if (isKept) return;
  isKept = true;
  try {
    await callOrSnapshot('getBaseMap', {});
    await callOrSnapshot('getWalkNetwork', {});
  } catch {
    isKept = false;
  }
}
