import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localTimeOf } from '#core/calendar/local-time.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { picture, pressAndHold } from './support/browser.ts';
import { layOutNight, type Night, nightTime, publishPlan, putPlan } from './support/night.ts';
import { openPhone, type Phone } from './support/phone.ts';

const FLEN = { zone: 'Europe/Stockholm', dayStart: '06:00' };

let server: TestServer;
let phone: Phone;
let night: Night;
const button = (name: string | RegExp) => phone.page().getByRole('button', { name }).first();
const text = (words: string | RegExp) => phone.page().getByText(words).first();

beforeAll(async () => {
  server = await startTestServer();
  night = await layOutNight(server, 1);
  await putPlan(night, [
    ['R1', 0, '22:15'],
    ['C1', 0, '23:00'],
  ]);
  await publishPlan(night);
  phone = await openPhone(server);
  await phone.setTime(nightTime('22:10'));
  await phone.signIn('patrol');
  await phone.openMyShift();
  await button(/31-1410/).click();
  await button('Påbörja').waitFor();
  await text('Allt skickat').waitFor();
});
afterAll(async () => {
  await phone.close();
  await server.stop();
});

interface Logged {
  readonly hotSpotId: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: { readonly contacts: number };
  readonly note: string;
}

/** What the server has, in order of start. */
async function loggedVisits(): Promise<Logged[]> {
  const patrol = await server.as('patrol');
  const { visits }: { visits: Logged[] } = (await patrol.call('getMyShift')).body;
  return visits.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
}

/** The phone's clock and the server's agree to a few milliseconds: not at the turn of a minute. */
const midMinute = (time: string): number => nightTime(time) + 30_000;

const clockTimes = ({ startedAt, endedAt }: Logged): string[] =>
  [startedAt, endedAt ?? ''].map((at) => localTimeOf(FLEN, Date.parse(at)));

describe('a shift in flight mode', () => {
  test('starts a visit on a page that came without a network', async () => {
    await phone.setOffline(true);
    await phone.page().reload();
    await phone.setTime(midMinute('22:15'));
    await button('Påbörja').click();
    await phone.page().getByRole('timer').waitFor();
    await text('1 väntar').waitFor();
  });

  test('goes on with it after the phone was switched off', async () => {
    await phone.setTime(midMinute('22:27'));
    await phone.restart();
    await phone.page().goto(server.url);
    await text('räknas som dos').waitFor();
    await picture(phone.page(), 'offline-running-phone');
  });

  test('ends it, counts it and notes it', async () => {
    await pressAndHold(button('Håll för att avsluta'));
    await text(/Besöket är sparat: 12 min/).waitFor();
    await phone.page().mouse.up();
    await button(/Kontakter/).click();
    await button(/Kontakter/).click();
    await phone
      .page()
      .getByLabel(/Anteckning om platsen/)
      .fill('Trasig lampa');
    await button('Vidare').click();
    await button('Vi var där …').waitFor();
  });

  test('logs another after the fact', async () => {
    await button('Vi var där …').click();
    await button(/^S1/).click();
    await button(/30 min sedan/).click();
    await button('Vidare').click();
    await text(/[4-9] väntar/).waitFor();
    await picture(phone.page(), 'offline-waiting-phone');
  });
});

describe('the network comes back', () => {
  test('to a server that is down: everything waits', async () => {
    await server.halt();
    await phone.setOffline(false);
    await phone.page().reload();
    await text(/[4-9] väntar/).waitFor();
  });

  test('and to one that runs again: everything arrives, once', async () => {
    await server.resume();
    await phone.page().evaluate(() => dispatchEvent(new Event('online')));
    await text('Allt skickat').waitFor();
    const visits = await loggedVisits();
    expect(visits.map(clockTimes)).toEqual([
      ['21:42', '21:57'],
      ['22:15', '22:27'],
    ]);
    expect(visits[1]).toMatchObject({ note: 'Trasig lampa', outcome: { contacts: 2 } });
  });

  test('and nothing more at the next visit to the page', async () => {
    await phone.restart();
    await phone.page().goto(server.url);
    await text('Allt skickat').waitFor();
    expect(await loggedVisits()).toHaveLength(2);
  });
});
