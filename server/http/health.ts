/** For whoever watches the service: is the process alive, and can it answer questions? */
import express, { type Router } from 'express';
import type { Services } from '../services.ts';
import { isSetUp } from '../store/areas.ts';

export function health({ db, log }: Services): Router {
  const router = express.Router();
  router.get('/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/ready', async (_request, response) => {
    const ready = await isSetUp(db.reader).catch((error: unknown) => {
      log.error({ err: error }, 'not ready');
      return false;
    });
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  return router;
}
