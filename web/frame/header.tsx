/** Mark, menu by role, language, and the account menu. */
import { useLocation } from 'preact-iso';
import { call } from '../api.ts';
import { ownGps } from '../gps/state.ts';
import { may, session, signedOut } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { THEMES, theme } from '../state/theme.ts';
import { gpsText } from '../text/gps.ts';
import { LANGUAGES, language } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { SCREENS } from './screens.ts';

export function Header() {
  return (
    <header class="frame-header">
      <a class="mark" href="/" aria-label="Fotspår">
        <Footprints />
        <span>Fotspår</span>
      </a>
      <Navigation />
      <div class="frame-tools">
        <span class="area">{settings.value?.area.name}</span>
        <LanguageSwitch />
        <AccountMenu />
      </div>
    </header>
  );
}

export function Footprints() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <ellipse cx="6" cy="8" rx="3" ry="5" transform="rotate(-10 6 8)" />
      <ellipse cx="6.8" cy="16" rx="2" ry="2.2" />
      <ellipse cx="14" cy="5.5" rx="2.6" ry="4.4" transform="rotate(8 14 5.5)" />
      <ellipse cx="13.6" cy="12.6" rx="1.7" ry="1.9" />
    </svg>
  );
}

function Navigation() {
  const { path } = useLocation();
  const { nav } = shellText.value;
  return (
    <nav class="frame-nav" aria-label={nav.main}>
      {SCREENS.filter((screen) => may(screen.needs)).map((screen) => (
        <a key={screen.path} href={screen.path} {...currentOf(screen.path, path)}>
          {nav[screen.name]}
        </a>
      ))}
    </nav>
  );
}

/** A page below a screen's own is part of the screen. */
function currentOf(screen: string, path: string) {
  if (path === screen) return { 'aria-current': 'page' as const };
  return path.startsWith(`${screen}/`) ? { 'aria-current': 'true' as const } : {};
}

export function LanguageSwitch() {
  return (
    <div class="switch" role="group" aria-label={shellText.value.language}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={language.value === one}
          onClick={() => {
            language.value = one;
          }}
        >
          {one}
        </button>
      ))}
    </div>
  );
}

/** Stands for the account's name where a phone has no room for it. */
function Person() {
  return (
    <svg class="person" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="6.5" r="3.5" />
      <path d="M3 17.5c0-4 3-6 7-6s7 2 7 6z" />
    </svg>
  );
}

async function signOut(): Promise<void> {
  await call('signOut', {}).catch(() => null);
  signedOut();
}

function AccountMenu() {
  const user = session.value?.user;
  if (!user) return null;
  const { nav, roles, theme: words, signOut: signOutWord } = shellText.value;
  return (
    <details class="menu">
      <summary aria-label={`${nav.account}: ${user.displayName}`}>
        <Person />
        <span>{user.displayName}</span>
      </summary>
      <div class="menu-panel">
        <span>
          <b>{user.displayName}</b>
          <br />
          <span class="muted">{roles[user.role]}</span>
        </span>
        <label class="field">
          <span>{words.label}</span>
          <select
            value={theme.value}
            onChange={(event) => {
              theme.value = THEMES.find((one) => one === event.currentTarget.value) ?? 'system';
            }}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {words[one]}
              </option>
            ))}
          </select>
        </label>
        {ownGps.value?.on && (
          <a
            class="button"
            href="/mitt-pass/gps"
            onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
          >
            {gpsText.value.menu}
          </a>
        )}
        <button type="button" class="button" onClick={() => void signOut()}>
          {signOutWord}
        </button>
      </div>
    </details>
  );
}
