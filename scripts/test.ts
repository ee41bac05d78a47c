/** `npm test`: types, lint, unit, API and browser tests, in that order; stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium } from './browser-binary.ts';
import { step, stop } from './terminal.ts';

const root = join(import.meta.dirname, '..');

function run(what: string, script: string): void {
  step(`\n— ${what}`);
  const done = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) stop(`${what} failed: see above.`, done.status ?? 1);
}

run('Types', 'types');
run('Lint, format, unused code', 'lint');
run('Build, and size of the first load', 'build');
const chromium = ensureChromium();
if (!chromium) {
  stop(
    'There is no Chromium for the browser tests. Install one (apt-get install chromium) or name it in FOTSPAR_CHROMIUM.',
  );
}
step(`Browser tests use ${chromium}`);
run('Unit, API and browser tests', 'vitest');
