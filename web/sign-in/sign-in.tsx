/** Signing in: with a password, or with a single-use link whose token stands after # and so never leaves the browser but here. */
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { call } from '../api.ts';
import { Footprints, LanguageSwitch } from '../frame/header.tsx';
import { takeSession } from '../pwa/device-session.ts';
import { sessionEnded } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { problemText } from '../text/problem.ts';
import { pwaText } from '../text/pwa.ts';
import { shellText } from '../text/shell.ts';

/** Takes the token out of the address at once, so that it lies in no history. */
function takeToken(): string | null {
  const token = location.pathname === '/logga-in' ? location.hash.slice(1) : '';
  if (token) history.replaceState(null, '', '/');
  return token || null;
}

export function SignIn() {
  const problem = useSignal<unknown>(null);
  const byLink = useSignal(location.pathname === '/logga-in' && location.hash.length > 1);
  const redeem = async (token: string) => {
    try {
      await takeSession(await call('redeemSignInLink', { body: { token } }));
    } catch (error) {
      problem.value = error;
      byLink.value = false;
    }
  };
  useEffect(() => {
    const token = takeToken();
    if (!token) return;
    void redeem(token);
  }, []);
  const words = shellText.value.signIn;
  return (
    <main class="centered">
      {settings.value?.sampleData && (
        <p class="banner sample" role="note">
          {shellText.value.sample}
        </p>
      )}
      <p class="mark">
        <Footprints />
        Fotspår
      </p>
      <p class="muted">{settings.value?.area.name}</p>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {sessionEnded.value === 'yes' && (
        <p class="notice" role="status">
          {pwaText.value.sessionEnded}
        </p>
      )}
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      {byLink.value ? <p role="status">{words.byLink}</p> : <PasswordForm problem={problem} />}
      <p class="muted">{words.newLink}</p>
      <LanguageSwitch />
    </main>
  );
}

function PasswordForm({ problem }: { problem: { value: unknown } }) {
  const words = shellText.value.signIn;
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const body = { username: said('username'), password: said('password') };
    try {
      await takeSession(await call('signIn', { body }));
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <form class="sign-in-form" onSubmit={(event) => void submit(event)}>
      <label class="field">
        <span>{words.username}</span>
        <input name="username" autocomplete="username" autocapitalize="none" required />
      </label>
      <label class="field">
        <span>{words.password}</span>
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button type="submit" class="button primary">
        {words.submit}
      </button>
    </form>
  );
}
