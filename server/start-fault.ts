/** Why the program cannot start, where that is the operator's to mend: told in one line, without a stack. */
import { ConfigError } from './config.ts';
import { DatabaseFault } from './store/database-fault.ts';

/** The line; null for a defect of ours, of which the whole error must be shown. */
export function startFault(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof DatabaseFault) return error.message;
  if (!(error instanceof Error && 'code' in error)) return null;
  if (String(error.code).startsWith('SQLITE_')) return `The database: ${error.message}.`;
  if (error.code === 'EADDRINUSE') {
    return `PORT: something else listens there (${error.message}). Set PORT to another number.`;
  }
  return 'syscall' in error ? error.message : null;
}
