/** What every change of a promise or an activity says. */
import type { Uuid } from '#core/model.ts';

export interface OfVersion {
  /** The version's own id, so that sending the change twice makes one. */
  readonly id: Uuid;
  readonly basedOn: number;
}

export interface Explained {
  readonly reason: string;
  readonly noteConfirmed: boolean;
}
