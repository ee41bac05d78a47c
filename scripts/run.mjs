// Starts a script of the project on the right Node with its packages installed.
// Plain JavaScript, no imports but Node's own: it is what runs on a fresh clone, on whatever Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEEDED_MAJOR = 24;
const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.fotspar-lock-sha256');

const say = (text) => process.stderr.write(`${text}\n`);
const stop = (text, code = 1) => {
  say(text);
  process.exit(code);
};
const isRightNode = () => Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR;
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();

function install() {
  say('Installing packages (npm ci), about half a minute the first time …');
  // --ignore-scripts: nothing we use needs an install script, and none may run on a police machine unseen.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const done = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], env });
  if (done.status !== 0)
    stop('npm ci failed: see the lines above. Is the package registry reachable?');
  writeFileSync(stamp, lockHash());
}

/** Runs the same command line again on the Node that the packages brought, and ends as it ends. */
function runOnBundledNode() {
  const node = join(bin, 'node');
  if (!existsSync(node)) {
    stop(
      `Fotspår needs Node ${NEEDED_MAJOR} or newer; this is ${process.version}. Install it from nodejs.org and try again.`,
    );
  }
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env });
  process.exit(child.status ?? 1);
}

const script = process.argv[2];
if (!script) stop('usage: node scripts/run.mjs SCRIPT [ARGUMENT…]', 2);
if (!isInstalled()) install();
if (!isRightNode()) {
  runOnBundledNode();
} else {
  process.argv.splice(1, 2, join(root, script));
  await import(pathToFileURL(join(root, script)).href);
}
