/** Entering, changing, withdrawing and restoring a promise: each a version with its reason, nothing overwritten. */

import type { Uuid } from '#core/model.ts';
import { isPromisedIn, type PromiseTerms } from '#core/promises/promise.ts';
import { fieldProblem, notFound } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots } from '../../store/hot-spots.ts';
import {
  insertPromiseVersion,
  promisesOf,
  promiseVersionById,
  promiseVersions,
  type StoredPromiseVersion,
} from '../../store/promises.ts';
import { knownMunicipality } from '../known-municipality.ts';
import { refuseOtherThan } from '../refuse-other.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';
import { type Change, firstVersion, nextVersion, refusedChange } from './change.ts';

export interface NewPromise extends PromiseTerms {
  readonly id: Uuid;
  readonly noteConfirmed: boolean;
}

export type PromiseChange = Change<PromiseTerms, 'withdraw'>;

/**
 * Sending the same promise twice makes one.
 * @throws Problem id-reused; invalid-input; not-acceptable-state: the number is another promise's; personal-data-in-note
 */
export async function createPromise(
  tx: Executor,
  { id, noteConfirmed, ...terms }: NewPromise,
  circumstances: Circumstances,
): Promise<Done<StoredPromiseVersion>> {
  const versions = await promiseVersions(tx, id);
  const [first] = versions;
  if (first) {
    refuseOtherThan(first, terms);
    return { result: versions.at(-1) ?? first, audit: [] };
  }
  await refuseFaults(tx, id, terms, noteConfirmed);
  const version: StoredPromiseVersion = {
    ...terms,
    ...firstVersion(id, circumstances),
    withdrawn: false,
  };
  await insertPromiseVersion(tx, version);
  return { result: version, audit: entryOf('promise.create', version) };
}

const ACTIONS = {
  edit: 'promise.change',
  withdraw: 'promise.withdraw',
  restore: 'promise.restore',
} as const;

/** @throws Problem not-found; changed-meanwhile; not-acceptable-state; and as `createPromise` */
export async function changePromise(
  tx: Executor,
  id: Uuid,
  change: PromiseChange,
  circumstances: Circumstances,
): Promise<Done<StoredPromiseVersion>> {
  const current = (await promiseVersions(tx, id)).at(-1);
  if (!current) throw notFound('promise', id);
  const sent = await promiseVersionById(tx, change.id);
  const make = () => changed(tx, current, change);
  const version = await nextVersion(current, sent, change, make, circumstances);
  if (!version) return { result: current, audit: [] };
  await insertPromiseVersion(tx, version);
  return { result: version, audit: entryOf(ACTIONS[change.change], version) };
}

async function changed(
  tx: Executor,
  current: StoredPromiseVersion,
  change: PromiseChange,
): Promise<StoredPromiseVersion> {
  if (change.change === 'restore') {
    if (!current.withdrawn)
      throw refusedChange('Löftet gäller redan.', 'The promise holds already.');
    await refuseTakenNumber(tx, current.id, current);
    return { ...current, withdrawn: false, reason: '' };
  }
  if (current.withdrawn)
    throw refusedChange('Löftet är återtaget.', 'The promise has been withdrawn.');
  refusePersonalNote(change.reason, change.noteConfirmed, '/reason');
  if (change.change === 'withdraw') return { ...current, withdrawn: true, reason: change.reason };
  const { id: _id, basedOn: _on, change: _change, reason, noteConfirmed, ...terms } = change;
  if (terms.municipality !== current.municipality) {
    throw fieldProblem('invalid-input', '/municipality', {
      sv: 'Ett löfte hör till sin kommun: skriv in ett nytt för en annan.',
      en: "A promise belongs to its municipality: enter another one for another's.",
    });
  }
  await refuseFaults(tx, current.id, terms, noteConfirmed);
  return { ...current, ...terms, reason };
}

async function refuseFaults(
  tx: Executor,
  id: Uuid,
  terms: PromiseTerms,
  noteConfirmed: boolean,
): Promise<void> {
  const { municipality, narrowing, sentence } = terms;
  await knownMunicipality(tx, municipality);
  refusePersonalNote(sentence, noteConfirmed, '/sentence');
  await refuseTakenNumber(tx, id, terms);
  const known = new Set((await hotSpots(tx, { municipality })).map((place) => place.id));
  const unknown = narrowing.hotSpotIds.findIndex((hotSpotId) => !known.has(hotSpotId));
  if (unknown >= 0) {
    throw fieldProblem('invalid-input', `/narrowing/hotSpotIds/${unknown}`, {
      sv: 'Kommunen har ingen sådan hot spot.',
      en: 'The municipality has no such hot spot.',
    });
  }
}

/** Two promises of the same days cannot both be number 6. */
async function refuseTakenNumber(tx: Executor, id: Uuid, terms: PromiseTerms): Promise<void> {
  const others = (await promisesOf(tx, terms.municipality)).flatMap(
    (versions) => versions.at(-1) ?? [],
  );
  const isTaken = others.some(
    (one) =>
      one.id !== id &&
      !one.withdrawn &&
      one.number === terms.number &&
      isPromisedIn(one, { from: terms.from, to: terms.to }),
  );
  if (!isTaken) return;
  throw fieldProblem('not-acceptable-state', '/number', {
    sv: `Löfte ${terms.number} finns redan för de dagarna.`,
    en: `There is a promise ${terms.number} for those days already.`,
  });
}

function entryOf(
  action: 'promise.create' | (typeof ACTIONS)[keyof typeof ACTIONS],
  { id, number, versionNumber, target, from, to, reason }: StoredPromiseVersion,
): AuditEntry {
  const detail = { number, versionNumber, target, from, to, reason };
  return { action, entity: 'promise', entityId: id, detail };
}
