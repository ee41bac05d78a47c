/** `npm run build`: builds the web app and holds the officer's first load to its limit. */
import { buildWebApp } from './build-web.ts';
import { reportFirstLoad } from './first-load-size.ts';

await buildWebApp();
if (!reportFirstLoad()) process.exitCode = 1;
