/** `npm run backup -- FILE`: a whole, consistent copy of the database while the server runs. */
import { existsSync } from 'node:fs';
import { openDatabase } from '../server/store/database.ts';
import { backupDatabase } from '../server/store/sqlite.ts';
import { verifyAudit } from '../server/usecases/verify-audit.ts';
import { configOrStop, orStop, stop } from './terminal.ts';

const file = process.argv.slice(2).find((argument) => argument !== '--');
if (!file) stop('usage: npm run backup -- FILE', 2);
if (existsSync(file)) stop(`${file} is there already: name a new file.`, 2);
const { databaseFile } = configOrStop();
if (!existsSync(databaseFile)) stop(`There is no database at ${databaseFile}.`, 2);

await orStop(backupDatabase(databaseFile, file));
// A backup that has never been opened is a hope: read it through before saying that it is one.
const copy = await orStop(openDatabase(file));
const verdict = await verifyAudit(copy.reader);
await copy.close();
if (!verdict.ok) stop(`The copy's audit log is broken at row ${verdict.seq}: ${verdict.why}.`);
console.log(`Copied to ${file}; its audit log of ${verdict.rows} rows holds.`);
