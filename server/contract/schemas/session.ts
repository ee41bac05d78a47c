/** Signing in, and the accounts. */
import { z } from 'zod';
import { id, instant, municipalityCode, revision, role } from './common.ts';

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/, { error: 'Use 2–40 of a–z, 0–9, dot, dash and underscore.' });

/** NIST SP 800-63B: length counts, composition rules do not. */
export const newPassword = z
  .string()
  .min(12, { error: 'Use at least 12 characters.' })
  .max(200, { error: 'Use at most 200 characters.' });

export const signInBody = z.strictObject({ username, password: z.string().min(1).max(200) });
export const linkBody = z.strictObject({ token: z.string().min(20).max(200) });
export const changePasswordBody = z.strictObject({
  currentPassword: z.string().max(200).nullable(),
  newPassword,
});

export const sessionUser = z.strictObject({
  id,
  username: z.string(),
  displayName: z.string(),
  role,
  municipality: municipalityCode.nullable(),
});

export const session = z
  .strictObject({
    user: sessionUser,
    expiresAt: instant,
    hasPassword: z.boolean(),
    trialAccounts: z
      .number()
      .int()
      .meta({ description: 'For an admin: trial accounts that are left. 0 for others.' }),
  })
  .meta({ id: 'Session' });

const displayName = z.string().trim().min(1).max(80);

export const user = z
  .strictObject({
    ...sessionUser.shape,
    trial: z.boolean(),
    disabled: z.boolean(),
    revision,
    createdAt: instant,
  })
  .meta({ id: 'User' });

export const userList = z.strictObject({ users: z.array(user) });

export const createUserBody = z.strictObject({
  id,
  username,
  displayName,
  role,
  municipality: municipalityCode.nullable().default(null),
  password: newPassword,
});

export const updateUserBody = z.strictObject({
  displayName: displayName.optional(),
  role: role.optional(),
  municipality: municipalityCode.nullable().optional(),
  password: newPassword.optional(),
  disabled: z.boolean().optional(),
});

export const removedCount = z.strictObject({ removed: z.number().int() });
