/** Signing in, and the accounts. */
import { z } from 'zod';
import { FIELD_TEXTS } from '../field-texts.ts';
import { id, instant, line, municipalityCode, newId, revision, role } from './common.ts';

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/, { error: FIELD_TEXTS.username.en });

/** NIST SP 800-63B: length counts, composition rules do not. */
export const newPassword = z
  .string()
  .min(12, { error: FIELD_TEXTS.passwordShort.en })
  .max(200, { error: FIELD_TEXTS.passwordLong.en });

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

const displayName = line(80).min(1);

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
  id: newId,
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
