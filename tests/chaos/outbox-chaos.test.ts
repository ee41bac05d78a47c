/**
 * 500 visits from four phones through everything a night can do to them: requests lost, doubled, delayed and overtaken,
 * answers lost after the commit, the server killed and started again, clocks five minutes off, apps killed while they send.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { API_ROOT } from '#contract/paths.ts';
import { type Random, seededRandom } from '#core/planner/random.ts';
import { openDatabase } from '../../server/store/database.ts';
import { type VisitVersion, visitVersions } from '../../server/store/visits.ts';
import { verifyAudit } from '../../server/usecases/verify-audit.ts';
import { badNetwork, noFaults } from '../support/chaos/bad-network.ts';
import { longShift, type Pressed } from '../support/chaos/long-shift.ts';
import { type Phone, startPhone } from '../support/chaos/phone.ts';
import { type ServerProcess, startServerProcess } from '../support/chaos/server-process.ts';
import { layOutStation } from '../support/chaos/station.ts';

const SEED = Number(process.env.CHAOS_SEED ?? 20_261_127);
const VISITS = 500;
const FIVE_MINUTES = 5 * 60_000;
/** How far each phone's clock is ahead, and what it has measured of that: two have never met the server. */
const CLOCKS = [
  { ahead: FIVE_MINUTES, skewMs: null },
  { ahead: -FIVE_MINUTES, skewMs: null },
  { ahead: FIVE_MINUTES, skewMs: -FIVE_MINUTES },
  { ahead: 0, skewMs: null },
] as const;
/** Shares of the shift after which the server is killed. */
const KILLS = [0.15, 0.35, 0.55, 0.75] as const;
/** A corrected time may be off by the way to the server. */
const WAY_MS = 10_000;

/** A patrol presses on while the server is away, but not its whole shift. */
async function work(
  phone: Phone,
  { presses }: Pressed,
  random: Random,
  server: ServerProcess,
): Promise<void> {
  for (const items of presses) {
    await phone.press(items);
    if (random.share() < 0.03) await phone.restart();
    if (random.share() < 0.3) await phone.wake();
    await sleep(server.isUp() ? random.below(20) : 100 + random.below(200));
  }
}

async function untilSent(phones: readonly Phone[]): Promise<void> {
  for (;;) {
    const kept = (await Promise.all(phones.map((phone) => phone.store().all()))).flat();
    if (!kept.some(({ state }) => state === 'waiting')) return;
    await sleep(50);
  }
}

async function killNowAndThen(server: ServerProcess, random: Random, done: () => number) {
  for (const share of KILLS) {
    while (done() < share) await sleep(20);
    await sleep(random.below(100));
    await server.killAndRestart();
  }
}

test('no visit is lost or doubled, every note is whole, and every outbox is empty in the end', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fotspar-chaos-'));
  const random = seededRandom(SEED);
  const faults = noFaults();
  const stray: Promise<unknown>[] = [];
  const station = await layOutStation(dataDir, CLOCKS.length);
  const server = await startServerProcess(dataDir);
  const phones: Phone[] = [];
  onTestFinished(async () => {
    for (const phone of phones) phone.stop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const shifts = CLOCKS.map((clock, index) => {
    const patrolId = station.officers[index]?.patrolId ?? '';
    const visits = VISITS / CLOCKS.length;
    const by = { ...clock, patrolId, places: station.places, visits, random };
    return longShift(by, 'abcd'.charAt(index));
  });
  const reach = badNetwork(random, faults, stray);
  for (const [index, { ahead }] of CLOCKS.entries()) {
    const { account = '', cookie = '' } = station.officers[index] ?? {};
    const post = (body: string) =>
      reach(`${server.url}${API_ROOT}/my/outbox`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body,
      });
    phones.push(await startPhone({ account, ahead, post, random: random.share }));
  }
  let worked = 0;
  const killing = killNowAndThen(server, random, () => worked / VISITS);
  await Promise.all(
    shifts.map(async (shift, index) => {
      const phone = phones[index];
      if (!phone) return;
      for (const pressed of shift) {
        await work(phone, pressed, random, server);
        worked += 1;
      }
    }),
  );
  await killing;
  await untilSent(phones);
  await Promise.all(stray);
  for (const phone of phones) {
    const left = (await phone.store().all()).filter(({ state }) => state !== 'done');
    expect(left).toEqual([]);
  }
  await server.stop();
  console.log(`seed ${SEED}`, faults);
  const db = await openDatabase(join(dataDir, 'fotspar.sqlite'));
  const found = await db.reader.selectFrom('visit_version').select('visit_id').distinct().execute();
  expect(found).toHaveLength(VISITS);
  for (const { visit } of shifts.flat()) {
    const versions = await visitVersions(db.reader, visit.id);
    // Where an end comes late, the server has ended the visit by itself; the true end has then come after that.
    const said = versions.filter(({ kind }) => kind !== 'estimate');
    expect(said).toHaveLength(visit.versions);
    const { note, outcome, startedAt, endedAt } = versions.at(-1) as VisitVersion;
    expect({ note, outcome }).toEqual({ note: visit.note, outcome: visit.outcome });
    expect(Math.abs(startedAt - visit.startedAt)).toBeLessThan(WAY_MS);
    expect(Math.abs((endedAt ?? 0) - visit.endedAt)).toBeLessThan(WAY_MS);
  }
  expect(await verifyAudit(db.reader)).toMatchObject({ ok: true });
  expect(Object.values(faults).every((count) => count > 0)).toBe(true);
  await db.close();
}, 180_000);
