/**
 * The built web app. Files with a hash in their name may be kept for ever; the page, the service worker and the list of what
 * can be installed are always asked for anew.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';

export function webApp(dist: string): Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(dist, { index: false, cacheControl: false, setHeaders: askAnew }));
  router.get('/{*path}', (_request, response) => {
    const page = join(dist, 'index.html');
    askAnew(response);
    if (existsSync(page)) response.sendFile(page);
    else response.status(503).type('text').send('The web app has not been built: npm run build');
  });
  return router;
}

function askAnew(response: Response): void {
  response.setHeader('Cache-Control', 'no-cache');
}
