/** How the command line speaks: one line for a step, one line for an error, a non-zero exit after it. */
import { type Config, ConfigError, readConfig } from '../server/config.ts';
import { startFault } from '../server/start-fault.ts';

export const step = (text: string): void => console.error(text);

export function stop(text: string, code = 1): never {
  console.error(text);
  process.exit(code);
}

/** What the work brings, or the one line that says why it could not be done where that is the operator's to mend. */
export async function orStop<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const line = startFault(error);
    if (line === null) throw error;
    return stop(line);
  }
}

/** The configuration, or one line that names the wrong variable. */
export function configOrStop(env = process.env): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) stop(error.message);
    throw error;
  }
}
