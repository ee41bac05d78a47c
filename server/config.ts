/** The environment, read and checked in one place; the rest of the program sees a typed, frozen object. */
import { isIP } from 'node:net';
import { join } from 'node:path';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { localTime } from './contract/schemas/common.ts';
import { newPassword } from './contract/schemas/session.ts';

const root = join(import.meta.dirname, '..');

const zone = z.string().refine((name) => IANAZone.isValidZone(name), {
  error: 'is no IANA time zone, such as Europe/Stockholm',
});

/** One server, by its name: the Content-Security-Policy lets the browser ask no other. */
const tiles = z
  .string()
  .refine((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)), {
    error: 'needs {z}, {x} and {y}, such as https://tiles.example/{z}/{x}/{y}.png',
  })
  .refine(
    (url) => /^\/(?!\/)/.test(url) || (/^https?:\/\/[^{}/]+\//.test(url) && URL.canParse(url)),
    {
      error: 'is no address of one server, such as https://tiles.example/{z}/{x}/{y}.png',
    },
  );

/** The app stands at the root of its address, and the Origin of a write is compared with it. */
const publicUrl = z
  .url({ protocol: /^https?$/, error: 'is no http(s) address', abort: true })
  .refine((url) => new URL(url).href === `${new URL(url).origin}/`, {
    error: 'is more than an address, such as https://fotspar.example',
  });

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'is no port number' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'is no port number: 65535 is the highest' })
    .default(3000),
  FOTSPAR_HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) !== 0, {
      error: 'is no address, such as 127.0.0.1',
    })
    .default('127.0.0.1'),
  FOTSPAR_DATA_DIR: z
    .string()
    .min(1)
    .default(join(root, 'var', 'data')),
  FOTSPAR_TIME_ZONE: zone.default('Europe/Stockholm'),
  FOTSPAR_DAY_START: localTime.default('06:00'),
  FOTSPAR_PUBLIC_URL: publicUrl.optional(),
  FOTSPAR_TILES_URL: tiles.optional(),
  FOTSPAR_ADMIN_PASSWORD: newPassword.optional(),
  FOTSPAR_PUBLISH_DELAY_DAYS: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'is no number of days' })
    .transform(Number)
    .refine((days) => days <= 365, { error: 'is no number of days: 365 is the most' })
    .default(14),
  FOTSPAR_PUBLIC_DIR: z.string().optional(),
  FOTSPAR_CHROMIUM: z.string().optional(),
  FOTSPAR_OVERPASS_URL: z.url({ protocol: /^https?$/, error: 'is no http(s) address' }).optional(),
  FOTSPAR_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** What only tests and the pictures of the README read. */
const OTHERS = new Set(['FOTSPAR_TEST_REPORT', 'FOTSPAR_SCREENSHOTS']);

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseFile: string;
  readonly timeZone: string;
  readonly dayStart: string;
  /** Where users reach it; null: http://localhost and the port. */
  readonly publicUrl: string | null;
  readonly tilesUrl: string | null;
  readonly adminPassword: string | null;
  /** A tertial page holds nothing younger. */
  readonly publishDelayDays: number;
  /** Folder of what everybody may read. */
  readonly publicDir: string;
  /** Path of the Chromium that makes PDFs of what is published; `off`: none; null: one that is found. */
  readonly chromium: string | null;
  readonly overpassUrl: string | null;
  readonly logLevel: string;
}

/** A wrong variable: one line that names it and says what would do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A slip in a name must not start with trial accounts what was meant to start with an admin's password. */
function refuseUnknownNames(names: readonly string[]): void {
  const isKnown = (name: string) => name in environment.shape || OTHERS.has(name);
  const unknown = names.find((name) => name.startsWith('FOTSPAR_') && !isKnown(name));
  if (unknown)
    throw new ConfigError(`${unknown}: there is no such variable; the README lists them`);
}

/** @throws ConfigError with one line for the first variable that is wrong. Empty variables count as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  refuseUnknownNames(Object.keys(given));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    const shown = name.endsWith('PASSWORD') ? '' : ` (${JSON.stringify(given[name])})`;
    throw new ConfigError(`${name}${shown}: ${issue?.message}`);
  }
  const it = parsed.data;
  return Object.freeze({
    port: it.PORT,
    host: it.FOTSPAR_HOST,
    dataDir: it.FOTSPAR_DATA_DIR,
    databaseFile: join(it.FOTSPAR_DATA_DIR, 'fotspar.sqlite'),
    timeZone: it.FOTSPAR_TIME_ZONE,
    dayStart: it.FOTSPAR_DAY_START,
    publicUrl: it.FOTSPAR_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    tilesUrl: it.FOTSPAR_TILES_URL ?? null,
    adminPassword: it.FOTSPAR_ADMIN_PASSWORD ?? null,
    publishDelayDays: it.FOTSPAR_PUBLISH_DELAY_DAYS,
    publicDir: it.FOTSPAR_PUBLIC_DIR ?? join(it.FOTSPAR_DATA_DIR, 'publicerat'),
    chromium: it.FOTSPAR_CHROMIUM ?? null,
    overpassUrl: it.FOTSPAR_OVERPASS_URL ?? null,
    logLevel: it.FOTSPAR_LOG_LEVEL,
  });
}
