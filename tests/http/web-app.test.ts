import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let dist: string;
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'fotspar-dist-'));
  mkdirSync(join(dist, 'assets'));
  for (const name of ['index.html', 'sw.js', 'manifest.webmanifest', 'assets/index-Ab12.js']) {
    writeFileSync(join(dist, name), name);
  }
  server = await startTestServer({}, dist);
});
afterAll(async () => {
  await server.stop();
  rmSync(dist, { recursive: true });
});

const headersOf = async (path: string) => (await fetch(`${server.url}${path}`)).headers;

describe('the installed app', () => {
  test('asks for a new page, service worker and description at each visit', async () => {
    for (const path of ['/', '/mitt-pass', '/sw.js', '/manifest.webmanifest']) {
      expect((await headersOf(path)).get('cache-control'), path).toBe('no-cache');
    }
  });

  test('keeps for ever what has a hash in its name', async () => {
    const kept = (await headersOf('/assets/index-Ab12.js')).get('cache-control');
    expect(kept).toBe('public, max-age=31536000, immutable');
  });

  test('can be installed: the browser is told what it reads', async () => {
    expect((await headersOf('/sw.js')).get('content-type')).toMatch(/^text\/javascript/);
    const description = (await headersOf('/manifest.webmanifest')).get('content-type');
    expect(description).toMatch(/^application\/manifest\+json/);
  });

  test('runs service worker and workers of this server alone, and no script in the page', async () => {
    const policy = (await headersOf('/')).get('content-security-policy') ?? '';
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });
});
