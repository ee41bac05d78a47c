/** What must be seen on every page: that the data is a sample, and that accounts without passwords are left. */
import { useSignal } from '@preact/signals';
import { call } from '../api.ts';
import { NewVersionBanner } from '../pwa/new-version-banner.tsx';
import { session } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';

export function Banners() {
  return (
    <aside class="banners" aria-label={shellText.value.notices}>
      <NewVersionBanner />
      {settings.value?.sampleData && (
        <p class="banner sample" role="note">
          {shellText.value.sample}
        </p>
      )}
      {(session.value?.trialAccounts ?? 0) > 0 && <TrialBanner />}
    </aside>
  );
}

function TrialBanner() {
  const problem = useSignal<unknown>(null);
  const remove = async () => {
    try {
      await call('removeTrialAccounts', {});
      session.value = await call('getSession', {});
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <div class="banner no-print" role="note">
      <span>{shellText.value.trial(session.value?.trialAccounts ?? 0)}</span>
      <button type="button" class="button small" onClick={() => void remove()}>
        {shellText.value.removeTrial}
      </button>
      {problem.value !== null && <span role="alert">{problemText(problem.value)}</span>}
    </div>
  );
}
