/** Opens, sets up and serves one installation from the command line: what `npm start` and `npm run demo` share. */
import type { Config } from '../server/config.ts';
import type { Services } from '../server/services.ts';
import { hasTrialAccounts } from '../server/set-up/accounts.ts';
import { setUp } from '../server/set-up/set-up.ts';
import { listen, openServices } from '../server/start.ts';
import { printSignInLinks } from './sign-in-links.ts';
import { step } from './terminal.ts';

/** Ends with the process: on SIGINT or SIGTERM the server stops in order. */
export async function serve(config: Config): Promise<void> {
  step(`Opening the database ${config.databaseFile} …`);
  const services = await openServices(config);
  const { isFirstRun } = await setUp(services);
  if (isFirstRun) step('First run: Flen’s hot spots and time windows have been loaded.');
  const running = await listen(services);
  process.stdout.write(`\nFotspår is at ${running.url}\n`);
  await printWaysIn(services, running.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
}

async function printWaysIn(services: Services, url: string): Promise<void> {
  if (!(await hasTrialAccounts(services.db.reader))) {
    process.stdout.write('Sign in with your user name and password.\n');
    return;
  }
  process.stdout.write('Trial accounts: each link signs in once, within an hour.\n\n');
  await printSignInLinks(services, url);
  process.stdout.write('\nA new link: npm run sign-in -- --role chief\n');
}
