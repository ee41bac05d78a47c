/** What the solver's commands share. */
import { InvalidArgumentError } from 'commander';

const BAD_PROBLEM = 2;

export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

/** One line to standard error, and the exit code for a problem that cannot be planned. */
export function stopWith(text: string): never {
  process.stderr.write(`${text.replaceAll(/\s+/g, ' ').trim()}\n`);
  process.exit(BAD_PROBLEM);
}
