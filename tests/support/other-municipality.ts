import { v7 as uuid } from 'uuid';
import { type Client, client, type TestServer } from './server.ts';

const PASSWORD = 'en lång mening om Katrineholm';

/** Signed in as one of Katrineholm's own people. */
export async function katrineholm(server: TestServer): Promise<Client> {
  const username = 'katrineholm';
  const account = { id: uuid(), username, displayName: 'Katrineholm', password: PASSWORD };
  const admin = await server.as('admin');
  await admin.call('createUser', {
    body: { ...account, role: 'municipality', municipality: '0483' },
  });
  const nobody = client(server.url, '');
  const reply = await nobody.call('signIn', { body: { username, password: PASSWORD } });
  return client(server.url, reply.headers.get('set-cookie')?.split(';')[0] ?? '');
}
