/** Passwords: argon2id with OWASP's first recommended parameters (19 MiB, 2 passes, 1 lane; Password Storage Cheat Sheet). */
import { hash, verify } from '@node-rs/argon2';

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** A hash of nothing that anybody knows: checked when the account is unknown, so that the answer takes as long. */
let decoy: Promise<string> | null = null;

/** Slow on purpose: call it before a transaction opens. `stored` null: the account is unknown or has no password. */
export async function isPassword(stored: string | null, given: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await decoy), given);
  return stored !== null && matches;
}
