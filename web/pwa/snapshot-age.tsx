/** How old that is which a screen shows without a network. */
import './pwa.css';
import type { RouteName } from '#contract/paths.ts';
import type { EpochMs } from '#core/model.ts';
import { clock, dateOf, shortDate } from '../text/format.ts';
import { pwaText } from '../text/pwa.ts';
import { keptAt } from './snapshots.ts';

export function SnapshotAge({ of }: { of: RouteName }) {
  const at = keptAt.value[of];
  if (at === undefined) return null;
  return <p class="snapshot-age">{pwaText.value.keptAt(whenOf(at))}</p>;
}

const whenOf = (at: EpochMs): string =>
  dateOf(at) === dateOf(Date.now()) ? clock(at) : `${shortDate(dateOf(at))} ${clock(at)}`;
