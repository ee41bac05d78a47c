/** `npm run audit:verify`: exits 0 where the audit chain holds, 1 with the first bad row where it does not. */
import { existsSync } from 'node:fs';
import { openDatabase } from '../server/store/database.ts';
import { verifyAudit } from '../server/usecases/verify-audit.ts';
import { configOrStop, orStop, stop } from './terminal.ts';

const { databaseFile } = configOrStop();
if (!existsSync(databaseFile)) stop(`There is no database at ${databaseFile}.`, 2);
const db = await orStop(openDatabase(databaseFile));
const verdict = await orStop(verifyAudit(db.reader));
await db.close();
if (!verdict.ok) stop(`The audit log is broken at row ${verdict.seq}: ${verdict.why}.`);
console.log(`The audit log holds: ${verdict.rows} rows, each chained to the one before.`);
// Rows cut off at the end leave a chain that holds: whoever has kept an earlier count and hash can tell.
console.log(`Its last row has the hash ${verdict.last}.`);
