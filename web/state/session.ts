/** Who is signed in. `undefined`: not asked yet; null: nobody. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { mayCall } from '#contract/policy.ts';
import { lastAccount, rememberAccount } from './last-account.ts';
import { stored } from './stored.ts';

export type SessionReply = WireReply<'getSession'>;

export const session = signal<SessionReply | null | undefined>(undefined);

/** Whether the server ended the session of whoever had this device last; what they have logged waits for them. */
export const sessionEnded = stored('session-ended', ['no', 'yes'], 'no');

export const role = computed(() => session.value?.user.role ?? null);

/** Whether the signed-in role may call a route: asks the same table as the server. */
export const may = (route: RouteName): boolean => mayCall(route, role.value);

/** The server says that nobody is signed in: the sign-in page comes by itself. */
export function signedOut(): void {
  if (lastAccount() !== null) sessionEnded.value = 'yes';
  rememberAccount(null);
  session.value = null;
}
