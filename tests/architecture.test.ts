/** The table of server/ARCHITECTURE.md, and the house rules that no linter knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

/** Imports of our own files, as paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/import\s+(type\s+)?[^'"();]*?['"]([.#][^'"]+)['"]/g);
  return [...found].map(([, type, target = '']) => {
    const path = target.startsWith('#')
      ? `server/${target.slice(1)}`
      : relative(root, join(root, dirname(file), target));
    return { from: file, to: path, isType: type !== undefined };
  });
}

const layerOf = (path: string): string =>
  path.startsWith('server/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? '');

/** What each layer may import values from, beside itself. Types of the contract are everybody's. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  store: ['core'],
  formats: ['core'],
  usecases: ['core', 'store', 'formats', 'problem.ts'],
  http: ['core', 'contract', 'store', 'usecases', 'formats', 'workers', 'problem.ts'],
  workers: ['core', 'formats'],
  map: ['core', 'contract', 'formats'],
  'public-pages': ['core', 'formats'],
  jobs: ['core', 'store', 'usecases'],
  'set-up': ['core', 'contract', 'store', 'usecases'],
  sample: ['core', 'store', 'usecases', 'set-up'],
  web: ['core', 'contract'],
};

test.each(Object.entries(MAY))('%s imports only what it may', (layer, allowed) => {
  const folder = layer === 'web' ? 'web' : `server/${layer}`;
  const wrong = sources(folder)
    .flatMap(importsOf)
    .filter(({ to, isType }) => {
      const target = layerOf(to);
      return target !== layer && !allowed.includes(target) && !isType;
    });
  expect(wrong).toEqual([]);
});

test('the browser takes no zod from the contract: only types, and files without it', () => {
  const values = sources('web')
    .flatMap(importsOf)
    .filter(({ to, isType }) => to.startsWith('server/contract/') && !isType);
  const withZod = values.filter(({ to }) =>
    /from 'zod'/.test(readFileSync(join(root, to), 'utf8')),
  );
  expect(withZod).toEqual([]);
});

test('only one file of the core knows luxon', () => {
  const users = sources('server/core').filter((file) =>
    /from 'luxon'/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(users).toEqual(['server/core/calendar/local-time.ts']);
});

test('what only SQLite speaks stands in one file', () => {
  const users = sources('server').filter((file) =>
    /from 'better-sqlite3'|pragma\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(users).toEqual(['server/store/sqlite.ts']);
});

test('the environment is read in one file of the server', () => {
  const readers = sources('server').filter((file) =>
    /process\.env/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(readers).toEqual(['server/main.ts']);
});

test('every use case that writes says what goes to the audit log', () => {
  const writers = sources('server/usecases').filter((file) =>
    /Promise<\s*Done</.test(readFileSync(join(root, file), 'utf8')),
  );
  const silent = writers.filter((file) => !/audit/.test(readFileSync(join(root, file), 'utf8')));
  expect(silent).toEqual([]);
});

test('no file is longer than 350 lines', () => {
  const long = ['server', 'web', 'scripts', 'tests']
    .flatMap(sources)
    .filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 351);
  expect(long).toEqual([]);
});
