/** Light or dark: the system decides at the desk, the phone is dark unless told otherwise (night first). */
import { computed, effect, signal } from '@preact/signals';
import { stored } from './stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const isPhone = (): boolean => matchMedia('(max-width: 640px)').matches;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener('change', (event) => {
  systemIsDark.value = event.matches;
});

export const theme = stored<Theme>('theme', THEMES, isPhone() ? 'dark' : 'system');

export const shownTheme = computed<'light' | 'dark'>(() => {
  if (theme.value !== 'system') return theme.value;
  return systemIsDark.value ? 'dark' : 'light';
});

/** The page's own ground, for the bar that a phone puts round it. */
const GROUNDS = { light: '#f3f5f6', dark: '#0b1217' };

/** Keeps the page's theme attribute in step; called once. */
export function startTheme(): void {
  const bar = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  effect(() => {
    document.documentElement.dataset.theme = shownTheme.value;
    if (bar) bar.content = GROUNDS[shownTheme.value];
  });
}
