/** The server process: reads the configuration, sets up what is missing, listens, and stops when asked to. */
import { readConfig } from './config.ts';
import { setUp } from './set-up/set-up.ts';
import { listen, openServices } from './start.ts';
import { startFault } from './start-fault.ts';

try {
  const services = await openServices(readConfig(process.env));
  await setUp(services);
  const running = await listen(services);
  console.log(`listening on ${running.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const line = startFault(error);
  console.error(line === null ? error : `Fotspår could not start: ${line}`);
  process.exit(1);
}
