/** Makes a fresh database ready for work: the area, Flen's hot spots with their windows, and the first accounts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';
import type { Services } from '../services.ts';
import { insertArea, insertMunicipality, isSetUp, rememberFact } from '../store/areas.ts';
import { type AuditEntry, appendAudit } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';
import { insertHotSpot } from '../store/hot-spots.ts';
import { deleteExpiredSessions } from '../store/sessions.ts';
import { insertWindow } from '../store/windows.ts';
import { hashPassword } from '../usecases/people/password.ts';
import { ensureAdmin, ensureTrialAccounts } from './accounts.ts';
import { type Seed, type SeedHotSpot, seedSchema } from './seed.ts';

const SEED_FILE = join(import.meta.dirname, '..', '..', 'data', 'flen', 'seed.json');

/** Safe to run at every start: what is there already stays as it is. */
export async function setUp(services: Services): Promise<{ readonly isFirstRun: boolean }> {
  const { config, db, clock, calendar } = services;
  const now = clock();
  const isFirstRun = !(await isSetUp(db.reader));
  const seed = seedSchema.parse(JSON.parse(readFileSync(SEED_FILE, 'utf8')));
  const passwordHash = config.adminPassword ? await hashPassword(config.adminPassword) : null;
  await db.writer.transaction().execute(async (tx) => {
    if (isFirstRun) await insertSeed(tx, seed, now, operationalDateOf(calendar, now));
    const [home] = seed.municipalities;
    await deleteExpiredSessions(tx, now);
    if (passwordHash) await ensureAdmin(tx, passwordHash, now);
    else if (home) await ensureTrialAccounts(tx, home.code, now);
  });
  return { isFirstRun };
}

async function insertSeed(tx: Executor, seed: Seed, now: EpochMs, today: LocalDate): Promise<void> {
  await insertArea(tx, seed.area);
  for (const municipality of seed.municipalities) {
    await insertMunicipality(tx, seed.area.id, municipality);
  }
  await rememberFact(tx, 'base', seed.base);
  for (const hotSpot of seed.hotSpots) await insertSeedHotSpot(tx, seed, hotSpot, now, today);
  const detail = { hotSpots: seed.hotSpots.length };
  const entry: AuditEntry = {
    action: 'set-up.area',
    entity: 'area',
    entityId: seed.area.id,
    detail,
  };
  await appendAudit(tx, [entry], { id: null, username: 'system', role: null }, now);
}

async function insertSeedHotSpot(
  tx: Executor,
  seed: Seed,
  { versionId, geometry, windows, ...said }: SeedHotSpot,
  now: EpochMs,
  today: LocalDate,
): Promise<void> {
  const verdict = checkGeometry(geometry, { center: seed.area.center, others: [] });
  if (!verdict.ok) throw new Error(`data/flen: the border of ${said.code} is not valid`);
  const version = {
    id: versionId,
    hotSpotId: said.id,
    number: 1,
    validFrom: now,
    geometry: verdict.geometry,
    areaHa: verdict.areaHa,
    perimeterM: verdict.perimeterM,
  };
  await insertHotSpot(tx, { ...said, revision: 1, version });
  for (const window of windows) {
    await insertWindow(tx, { ...window, hotSpotId: said.id, validFrom: today, validTo: null });
  }
}
