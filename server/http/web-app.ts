/** The built web app. Files with a hash in their name may be kept for ever; the page itself is always asked for anew. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Router } from 'express';

export function webApp(dist: string): Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(dist, { index: false, maxAge: 0 }));
  router.get('/{*path}', (_request, response) => {
    const page = join(dist, 'index.html');
    response.setHeader('Cache-Control', 'no-cache');
    if (existsSync(page)) response.sendFile(page);
    else response.status(503).type('text').send('The web app has not been built: npm run build');
  });
  return router;
}
