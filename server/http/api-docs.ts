/** A browsable page of the API at /api/docs, from Swagger UI's files as they lie in node_modules: nothing from elsewhere. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Router } from 'express';
import { API_ROOT } from '#contract/paths.ts';

const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Fotspår API</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css"></head>
<body><div id="api"></div>
<script src="/api/docs/files/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const START = `SwaggerUIBundle({ url: '${API_ROOT}/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });`;

/** Swagger UI writes styles into its markup; this page alone may, and it shows nothing of ours. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export function apiDocs(): Router {
  const router = express.Router();
  router.get('/docs', (_request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.type('html').send(PAGE);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(START);
  });
  router.use('/docs/files', express.static(files, { index: false }));
  return router;
}
