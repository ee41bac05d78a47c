/** Offers the new version; never while a visit is open. */
import './pwa.css';
import { visitIsOpen } from '../state/open-visit.ts';
import { pwaText } from '../text/pwa.ts';
import { newVersion, takeNewVersion } from './app-version.ts';

export function NewVersionBanner() {
  const words = pwaText.value.newVersion;
  if (newVersion.value === 'none' || visitIsOpen.value) return null;
  return (
    <div class="banner no-print new-version" role="status">
      <span>{words[newVersion.value]}</span>
      <button type="button" class="button small" onClick={takeNewVersion}>
        {words.update}
      </button>
    </div>
  );
}
