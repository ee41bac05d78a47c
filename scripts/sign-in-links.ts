/** Prints single-use sign-in links for the trial accounts. They go to the terminal alone, never through the logger. */
import { ROLES, type Role } from '#core/model.ts';
import type { Services } from '../server/services.ts';
import { trialSignInToken } from '../server/set-up/accounts.ts';

const WORDS: Readonly<Record<Role, string>> = {
  planner: 'gruppchef / shift lead',
  patrol: 'patrull / officer',
  chief: 'områdeschef / area chief',
  'municipal-police': 'kommunpolis / municipal police officer',
  municipality: 'kommun / municipality',
  admin: 'admin',
  auditor: 'granskare / auditor',
};

/** A link for each role; the token stands after #, which no server or proxy ever sees. */
export async function printSignInLinks(
  { db, clock }: Services,
  url: string,
  roles: readonly Role[] = ROLES,
): Promise<boolean> {
  let printed = false;
  for (const role of roles) {
    const token = await db.writer
      .transaction()
      .execute((tx) => trialSignInToken(tx, role, clock()));
    if (!token) continue;
    process.stdout.write(`  ${WORDS[role].padEnd(42)} ${url}/logga-in#${token}\n`);
    printed = true;
  }
  return printed;
}
