/** Where a Chromium is usually installed. */
import { existsSync } from 'node:fs';

export const CHROMIUM_PATHS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium that prints; null where there is none, or where none is wanted.
 * @param configured a path, `off`, or null: one that is installed
 */
export function printingChromium(configured: string | null): string | null {
  if (configured === 'off') return null;
  const candidates = configured === null ? CHROMIUM_PATHS : [configured];
  return candidates.find((path) => existsSync(path)) ?? null;
}
