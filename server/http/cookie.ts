/** The session cookie: out of reach of scripts, sent to this site alone, and over TLS where there is TLS. */
import type { Request, Response } from 'express';
import type { Config } from '../config.ts';

const isSecure = (config: Config): boolean => config.publicUrl?.startsWith('https://') ?? false;

/** `__Host-` makes the browser itself refuse the cookie without Secure, from a subdomain or for a path. */
const nameOf = (config: Config): string => (isSecure(config) ? '__Host-fotspar' : 'fotspar');

export function readToken(request: Request, config: Config): string | null {
  const wanted = `${nameOf(config)}=`;
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length) || null;
}

export function writeToken(
  response: Response,
  config: Config,
  session: { readonly token: string; readonly expiresAt: number } | null,
): void {
  const options = {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(config),
    path: '/',
  } as const;
  if (session) {
    const expires = new Date(session.expiresAt);
    response.cookie(nameOf(config), session.token, { ...options, expires });
  } else {
    response.clearCookie(nameOf(config), options);
  }
}
