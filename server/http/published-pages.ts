/** What has been published, for everybody: files from the public folder, which may show themselves and do nothing else. */
import { readFileSync } from 'node:fs';
import express, { type Response, type Router } from 'express';
import { contentSecurityPolicy } from '../formats/publication/html-document.ts';
import { missingPage } from '../formats/publication/missing-page.ts';

export function publishedPages(folder: string): Router {
  const router = express.Router();
  router.use(express.static(folder, { cacheControl: false, setHeaders: headersOfFile }));
  router.use((_request, response) => {
    const page = missingPage();
    documentHeaders(response, page, "'none'");
    response.status(404).type('html').send(page);
  });
  return router;
}

function headersOfFile(response: Response, path: string): void {
  // Asked anew each time, and answered by "not changed": a correction is seen at once.
  response.setHeader('Cache-Control', 'no-cache');
  const isPage = path.endsWith('.html');
  documentHeaders(response, isPage ? readFileSync(path, 'utf8') : '', "'none'");
}

/** Instead of the app's own policy. */
export function documentHeaders(
  response: Response,
  html: string,
  framedBy: "'none'" | "'self'",
): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(html, framedBy));
}
