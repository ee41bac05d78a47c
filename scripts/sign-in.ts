/** `npm run sign-in -- --role chief`: a new single-use sign-in link for a trial account. */
import { parseArgs } from 'node:util';
import { ROLES } from '#core/model.ts';
import { openServices } from '../server/start.ts';
import { printSignInLinks } from './sign-in-links.ts';
import { configOrStop, orStop, stop } from './terminal.ts';

const { values } = parseArgs({ options: { role: { type: 'string' }, url: { type: 'string' } } });
const role = ROLES.find((known) => known === values.role);
if (!role) stop(`--role: give one of ${ROLES.join(', ')}`, 2);

const config = configOrStop();
const services = await orStop(openServices(config));
const url = values.url ?? config.publicUrl ?? `http://localhost:${config.port}`;
const printed = await printSignInLinks(services, url, [role]);
await services.db.close();
if (!printed) stop(`There is no trial account for ${role}: sign in with a password instead.`);
