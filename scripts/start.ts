/** `npm start`: builds the web app, sets up the database on the first run, serves, and prints sign-in links. */
import { buildWebApp } from './build-web.ts';
import { serve } from './serve.ts';
import { configOrStop, orStop, step } from './terminal.ts';

const config = configOrStop();
step('Building the web app …');
await buildWebApp();
await orStop(serve(config));
