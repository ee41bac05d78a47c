/** Finds a Chromium for the browser tests, and installs one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_PATHS } from '../server/public-pages/find-chromium.ts';
import { step } from './terminal.ts';

const INSTALLED = [process.env.FOTSPAR_CHROMIUM, ...CHROMIUM_PATHS];

/** Path of an installed Chromium; null where there is none. */
export function findChromium(): string | null {
  const own = chromium.executablePath();
  return [...INSTALLED, own].find((path) => path && existsSync(path)) ?? null;
}

const run = (command: string, ...args: string[]): boolean => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
};

/** An installed one, else Debian's package, else the browser tool's own download. Null: none could be had. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  step('Installing Chromium for the browser tests (Debian’s package) …');
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'];
  if (run('apt-get', 'update') && run('apt-get', ...install)) return findChromium();
  step('No package could be installed here; trying the browser tool’s own download …');
  run('npx', '--no-install', 'playwright-core', 'install', 'chromium');
  return findChromium();
}
