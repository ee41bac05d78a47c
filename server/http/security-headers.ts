/** What the browser may do with our pages: our own origin and nothing else, but tiles where the operator has set a server. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';

export function securityHeaders(config: Config): RequestHandler {
  const tiles = config.tilesUrl?.startsWith('http') ? [new URL(config.tilesUrl).origin] : [];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', ...tiles],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    // Over plain http the header means nothing; behind TLS the proxy's name is what counts.
    strictTransportSecurity: config.publicUrl?.startsWith('https://') ? undefined : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
