/** A network that loses, doubles, delays and reorders, the same way for the same seed and the same order of requests. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#core/planner/random.ts';

export interface NetworkFaults {
  lost: number;
  answerLost: number;
  doubled: number;
  overtaken: number;
  delayed: number;
  unreachable: number;
}

export const noFaults = (): NetworkFaults => ({
  lost: 0,
  answerLost: 0,
  doubled: 0,
  overtaken: 0,
  delayed: 0,
  unreachable: 0,
});

class NetworkGone extends Error {
  override readonly name = 'NetworkGone';
}

type Fetch = (url: string, init: RequestInit) => Promise<string>;

/** The text of the answer. @throws NetworkGone; Error with the status for what is no success */
const reach: Fetch = async (url, init) => {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return text;
};

/** @param stray requests that nobody waits for any more, to be awaited in the end */
export function badNetwork(
  random: Random,
  faults: NetworkFaults,
  stray: Promise<unknown>[],
): Fetch {
  const astray = (url: string, init: RequestInit, afterMs: number) => {
    stray.push(
      sleep(afterMs)
        .then(() => reach(url, init))
        .catch(() => null),
    );
  };
  return async (url, init) => {
    const fate = random.share();
    const ms = 5 + random.below(120);
    if (fate < 0.1) {
      faults.lost += 1;
      throw new NetworkGone();
    }
    // The phone gives up, and the request arrives after those that come later.
    if (fate < 0.18) {
      faults.overtaken += 1;
      astray(url, init, ms * 4);
      throw new NetworkGone();
    }
    if (fate < 0.28) {
      faults.doubled += 1;
      astray(url, init, random.below(2) * ms * 3);
    } else if (fate < 0.45) {
      faults.delayed += 1;
      await sleep(ms);
    }
    const text = await reach(url, init).catch((error: unknown) => {
      faults.unreachable += 1;
      throw error;
    });
    if (random.share() < 0.35) {
      faults.answerLost += 1;
      throw new NetworkGone();
    }
    return text;
  };
}
