import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../server/config.ts';

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return 'taken';
  } catch (error) {
    return error instanceof ConfigError ? error.message : 'a defect';
  }
};

test('with nothing set it listens on loopback, port 3000, in Swedish time', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    timeZone: 'Europe/Stockholm',
    dayStart: '06:00',
    tilesUrl: null,
  });
});

test.each([
  [{ PORT: 'many' }, 'PORT'],
  [{ FOTSPAR_TIME_ZONE: 'Europe/Flen' }, 'FOTSPAR_TIME_ZONE'],
  [{ FOTSPAR_DAY_START: '6' }, 'FOTSPAR_DAY_START'],
  [{ FOTSPAR_PUBLIC_URL: 'fotspar' }, 'FOTSPAR_PUBLIC_URL'],
  [{ FOTSPAR_TILES_URL: 'https://tiles.example/' }, 'FOTSPAR_TILES_URL'],
  [{ FOTSPAR_ADMIN_PASSWORD: 'short' }, 'FOTSPAR_ADMIN_PASSWORD'],
  [{ PORT: '0x50' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ FOTSPAR_PUBLIC_URL: 'https://fotspar.example/app' }, 'FOTSPAR_PUBLIC_URL'],
  [{ FOTSPAR_TILES_URL: 'https://{s}.tiles.example/{z}/{x}/{y}.png' }, 'FOTSPAR_TILES_URL'],
  [{ FOTSPAR_TILES_URL: 'https://a b/{z}/{x}/{y}.png' }, 'FOTSPAR_TILES_URL'],
  [{ FOTSPAR_HOST: 'fotspar' }, 'FOTSPAR_HOST'],
  [{ FOTSPAR_LOG_LEVEL: 'loud' }, 'FOTSPAR_LOG_LEVEL'],
  [{ FOTSPAR_ADMIN_PASWORD: 'correct horse battery' }, 'FOTSPAR_ADMIN_PASWORD'],
])('%o stops the start with one line that names it', (env, name) => {
  const line = refusal(env);
  expect(line.startsWith(name)).toBe(true);
  expect(line.split('\n')).toHaveLength(1);
});

test('a refused password is not repeated on the terminal', () => {
  expect(refusal({ FOTSPAR_ADMIN_PASSWORD: 'hunter2' })).not.toContain('hunter2');
});

test('an empty variable is as good as none', () => {
  expect(readConfig({ PORT: '' }).port).toBe(3000);
});
