/** A database with a shift of four patrols, and an account for each of the four phones. */
import { v7 as uuid } from 'uuid';
import type { Role } from '#core/model.ts';
import { readConfig } from '../../../server/config.ts';
import { trialSignInToken } from '../../../server/set-up/accounts.ts';
import { setUp } from '../../../server/set-up/set-up.ts';
import { listen, openServices } from '../../../server/start.ts';
import { hotSpots } from '../../../server/store/hot-spots.ts';
import { type Client, client } from '../server.ts';

const HOUR_MS = 3_600_000;

export interface Officer {
  readonly account: string;
  readonly cookie: string;
  readonly patrolId: string;
}

export interface Station {
  readonly officers: readonly Officer[];
  readonly places: readonly string[];
}

export async function layOutStation(dataDir: string, phones: number): Promise<Station> {
  const config = readConfig({ PORT: '0', FOTSPAR_DATA_DIR: dataDir, FOTSPAR_LOG_LEVEL: 'error' });
  const services = await openServices(config);
  await setUp(services);
  const { url, stop } = await listen(services);
  const as = async (role: Role): Promise<Client> => {
    const token = await services.db.writer
      .transaction()
      .execute((tx) => trialSignInToken(tx, role, Date.now()));
    return signedIn(url, 'redeemSignInLink', { token });
  };
  const [lead, admin] = [await as('planner'), await as('admin')];
  const patrolIds = Array.from({ length: phones }, () => uuid());
  await makeShift(lead, patrolIds);
  const officers: Officer[] = [];
  for (const [index, patrolId] of patrolIds.entries()) {
    const one = { username: `patrull-${index + 1}`, password: 'en lång mening om Flen' };
    const body = { id: uuid(), displayName: one.username, role: 'patrol', ...one };
    await expectOk(admin.call('createUser', { body }));
    const { cookie } = await signedIn(url, 'signIn', one);
    officers.push({ account: body.id, cookie, patrolId });
  }
  const places = (await hotSpots(services.db.reader)).map(({ id }) => id);
  await stop();
  return { officers, places };
}

async function signedIn(
  url: string,
  route: 'signIn' | 'redeemSignInLink',
  body: object,
): Promise<Client> {
  const reply = await expectOk(client(url, '').call(route, { body }));
  return client(url, reply.headers.get('set-cookie')?.split(';')[0] ?? '');
}

async function expectOk(asked: ReturnType<Client['call']>) {
  const reply = await asked;
  if (reply.status >= 300) throw new Error(reply.text);
  return reply;
}

async function makeShift(lead: Client, patrolIds: readonly string[]): Promise<void> {
  const startsAt = new Date(Date.now() - 10 * HOUR_MS).toISOString();
  const endsAt = new Date(Date.now() + HOUR_MS).toISOString();
  const base = { name: 'Stationen', lonLat: [16.58, 59.05] };
  const patrols = patrolIds.map((id, index) => {
    return { id, callSign: `31-14${index + 1}0`, base, startsAt, endsAt };
  });
  const body = { id: uuid(), municipality: '0482', startsAt, endsAt, patrols };
  await expectOk(lead.call('createShift', { body }));
}
