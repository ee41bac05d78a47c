import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const base = { root, environment: 'node' as const };

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
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...base,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
