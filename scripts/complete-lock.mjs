// Adds to package-lock.json the binaries for other platforms that the registry in reach did not serve.
// `npm install` drops an optional package that it cannot see, and `npm ci` then refuses the lock file: run this after a change of
// dependencies, then prove `npm ci --ignore-scripts`.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const OS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'aix',
  'sunos',
  'netbsd',
  'openbsd',
];
const CPU = [
  'arm64',
  'x64',
  'arm',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'loong64',
  'mips64el',
];

/** Platform limits as the packages themselves declare them, read from the name's parts. */
function limits(name) {
  const parts = name.split(/[-/]/);
  const os = OS.filter((one) => parts.includes(one));
  const cpu = CPU.filter((one) => parts.includes(one));
  const libc = parts.some((part) => part.startsWith('musl'))
    ? ['musl']
    : parts.includes('gnu')
      ? ['glibc']
      : [];
  return {
    ...(os[0] && { os }),
    ...(cpu[0] && { cpu }),
    ...(libc[0] && os[0] === 'linux' && { libc }),
  };
}

let added = 0;
for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (owner === '' || lock.packages[key] || lock.packages[`${owner}/${key}`]) continue;
    lock.packages[key] = {
      version,
      ...limits(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional packages added to the lock file\n`);
