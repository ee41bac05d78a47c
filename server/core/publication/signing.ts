/** Draft → texted → signed by kommunpolis → signed by the chief, who is somebody else → published. */
import type { EpochMs, LocalDate, Uuid } from '../model.ts';
import { earliestPublication } from './tertial.ts';
import type { TertialReport } from './tertial-report.ts';

/** The two roles that sign, in the order in which they do. */
export const SIGNING_ROLES = ['municipal-police', 'chief'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];

export interface Signature {
  readonly role: SigningRole;
  /** The account. The same person in two roles is one person. */
  readonly by: Uuid;
  readonly at: EpochMs;
}

export interface SignedState {
  readonly publishedAt: EpochMs | null;
  /** Who wrote the texts that stand; null: nobody has written any. */
  readonly textedBy: Uuid | null;
  readonly signatures: readonly Signature[];
  readonly report: Pick<TertialReport, 'to' | 'countedTo'>;
}

export const OBSTACLES = [
  'is-published',
  'tertial-goes-on',
  'figures-not-whole',
  'no-text',
  'signed-already',
  'police-sign-first',
  'same-person',
  'not-signed',
  'too-early',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

export const signatureOf = ({ signatures }: Pick<SignedState, 'signatures'>, role: SigningRole) =>
  signatures.find((signature) => signature.role === role) ?? null;

/** Why this account may not sign now; null: it may. `today` is the operational date. */
export function signingObstacle(
  state: SignedState,
  { id, role }: { readonly id: Uuid; readonly role: SigningRole },
  today: LocalDate,
): Obstacle | null {
  if (state.publishedAt !== null) return 'is-published';
  if (today <= state.report.to) return 'tertial-goes-on';
  if (state.report.countedTo < state.report.to) return 'figures-not-whole';
  if (state.textedBy === null) return 'no-text';
  if (signatureOf(state, role)) return 'signed-already';
  if (role === 'municipal-police') return null;
  const first = signatureOf(state, 'municipal-police');
  if (!first) return 'police-sign-first';
  return first.by === id || state.textedBy === id ? 'same-person' : null;
}

/** Why it may not be published now; null: it may. */
export function publishingObstacle(
  state: SignedState,
  today: LocalDate,
  delayDays: number,
): Obstacle | null {
  if (state.publishedAt !== null) return 'is-published';
  if (!SIGNING_ROLES.every((role) => signatureOf(state, role))) return 'not-signed';
  return today < earliestPublication(state.report, delayDays) ? 'too-early' : null;
}
