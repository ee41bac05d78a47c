/** Who is signed in. `undefined`: not asked yet; null: nobody. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { mayCall } from '#contract/policy.ts';

export type SessionReply = WireReply<'getSession'>;

export const session = signal<SessionReply | null | undefined>(undefined);

export const role = computed(() => session.value?.user.role ?? null);

/** Whether the signed-in role may call a route: asks the same table as the server. */
export const may = (route: RouteName): boolean => mayCall(route, role.value);

/** The server says that nobody is signed in: the sign-in page comes by itself. */
export function signedOut(): void {
  session.value = null;
}
