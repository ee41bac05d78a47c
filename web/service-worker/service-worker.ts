/**
 * Starts the app without a network. It keeps the app's own files and no reply of the server: what is known of the shift lies in
 * IndexedDB, by account (`web/pwa/snapshots.ts`). A new version waits until the page says that it may take over.
 */
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import { isAppPage, isHashedFile } from './addresses.ts';

declare const self: ServiceWorkerGlobalScope;
/** What the phone needs, with content hashes; the build puts it here (`scripts/build-service-worker.ts`). */
declare const PRECACHE: PrecacheEntry[];

const PAGE = '/index.html';
/** Files of the desk's screens, kept when they are first used. */
const USED = 'fotspar-used-files';

const files = new PrecacheController();
files.addToCacheList(PRECACHE);

self.addEventListener('install', (event) => void files.install(event));

self.addEventListener('activate', (event) => event.waitUntil(takeOver(event)));

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});

self.addEventListener('fetch', (event) => {
  const answer = answerFor(event);
  if (answer) event.respondWith(answer);
});

/** The first version takes the pages that are open, so that the next one must wait for them. */
async function takeOver(event: ExtendableEvent): Promise<void> {
  await self.clients.claim();
  await dropOldFiles(event);
}

/** A tab that still runs the old version may yet ask for its files: then they stay until the version after this. */
async function dropOldFiles(event: ExtendableEvent): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length > 1) return;
  await files.activate(event);
  await caches.delete(USED);
}

/** Undefined: the browser asks the network, as if there were no service worker. */
function answerFor(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return undefined;
  if (request.mode === 'navigate') return isAppPage(pathname) ? fileOrNetwork(PAGE) : undefined;
  if (files.getCacheKeyForURL(request.url)) return fileOrNetwork(request.url);
  return isHashedFile(pathname) ? usedFile(event) : undefined;
}

/** Browsers may throw a cache away; then the server has the file. */
async function fileOrNetwork(url: string): Promise<Response> {
  return (await files.matchPrecache(url)) ?? fetch(url);
}

async function usedFile(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await caches.match(request);
  if (kept) return kept;
  const reply = await fetch(request);
  if (reply.ok) event.waitUntil(keepUsed(request, reply.clone()));
  return reply;
}

async function keepUsed(request: Request, reply: Response): Promise<void> {
  try {
    await (await caches.open(USED)).put(request, reply);
  } catch {
    // The disk is full: the screen works as long as there is a network.
  }
}
