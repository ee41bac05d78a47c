import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
/** Long enough for a busy machine of two cores: what hangs is found all the same. */
const PATIENCE_MS = 60_000;
const base = {
  root,
  environment: 'node' as const,
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
};

/** Three projects, quickest first: pure core and store, the whole app over HTTP, the app in Chromium. */
export default defineConfig({
  root,
  test: {
    reporters: process.env.FOTSPAR_TEST_REPORT
      ? ['default', ['json', { outputFile: process.env.FOTSPAR_TEST_REPORT }]]
      : ['default'],
    projects: [
      {
        test: {
          ...base,
          name: 'unit',
          include: [
            'tests/{core,contract,data,map,store,usecases,formats,public-pages,scripts,web,workers}/**/*.test.ts',
            'tests/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...base,
          name: 'api',
          include: ['tests/{http,chaos}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...base,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 2 * PATIENCE_MS,
          hookTimeout: 2 * PATIENCE_MS,
          fileParallelism: false,
        },
      },
    ],
  },
});
