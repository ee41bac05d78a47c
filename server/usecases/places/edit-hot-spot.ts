/** Making a hot spot, changing what it says, and moving its border. */

import { isDeepStrictEqual } from 'node:util';
import type { FieldError } from '#contract/problem.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import type { GeometryProblem } from '#core/geo/finding.ts';
import type { EpochMs, HotSpot, HotSpotVersion, Uuid } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import { theArea } from '../../store/areas.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  hotSpotByCode,
  hotSpotById,
  hotSpots,
  insertBorder,
  insertHotSpot,
  replaceHotSpot,
  type StoredHotSpot,
} from '../../store/hot-spots.ts';
import { closeWindow, openWindows } from '../../store/windows.ts';
import { knownMunicipality } from '../known-municipality.ts';
import type { Circumstances, Done } from '../use-case.ts';

type Said = Omit<HotSpot, 'id' | 'version'>;

export interface NewHotSpot extends Said {
  readonly id: Uuid;
  readonly versionId: Uuid;
  readonly geometry: unknown;
}

/** Fields that are undefined stay as they are. */
export type HotSpotChange = {
  readonly [K in keyof Omit<Said, 'municipality'>]?: Said[K] | undefined;
};

/** Sending the same hot spot twice makes one. @throws Problem invalid-geometry; invalid-input (municipality); code-taken; id-reused */
export async function createHotSpot(
  tx: Executor,
  input: NewHotSpot,
  { now }: Circumstances,
): Promise<Done<StoredHotSpot>> {
  const { id, versionId, geometry, ...said } = input;
  const version = await measured(tx, id, versionId, geometry, 1, now);
  const hotSpot: StoredHotSpot = { ...said, id, revision: 1, version };
  const known = await hotSpotById(tx, id);
  if (known) {
    const isSame =
      isSameBorder(known.version, version) && isDeepStrictEqual(saidBy(known), saidBy(hotSpot));
    if (!isSame) throw new Problem('id-reused');
    return { result: known, audit: [] };
  }
  await knownMunicipality(tx, said.municipality);
  await refuseTakenCode(tx, hotSpot);
  await insertHotSpot(tx, hotSpot);
  const detail = { code: hotSpot.code, municipality: hotSpot.municipality };
  const audit: AuditEntry = { action: 'hot-spot.create', entity: 'hot-spot', entityId: id, detail };
  return { result: hotSpot, audit };
}

/**
 * A hot spot that is closed promises nothing from today's operational day on: its windows close with it.
 * @throws Problem not-found; changed-meanwhile with the hot spot as it stands; code-taken
 */
export async function updateHotSpot(
  tx: Executor,
  id: Uuid,
  change: HotSpotChange,
  ifRevision: number,
  { now, calendar }: Pick<Circumstances, 'now' | 'calendar'>,
): Promise<Done<StoredHotSpot>> {
  const known = await unchangedHotSpot(tx, id, ifRevision);
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const hotSpot: StoredHotSpot = { ...known, ...set, revision: known.revision + 1 };
  await refuseTakenCode(tx, hotSpot);
  await replaceHotSpot(tx, hotSpot);
  if (hotSpot.status === 'closed') {
    const today = operationalDateOf(calendar, now);
    for (const window of await openWindows(tx, id)) await closeWindow(tx, window.id, today);
  }
  const detail = { fields: Object.keys(set) };
  const audit: AuditEntry = { action: 'hot-spot.update', entity: 'hot-spot', entityId: id, detail };
  return { result: hotSpot, audit };
}

/** A moved border is a new version from now on; visits stay on the border they were made in. */
export async function moveBorder(
  tx: Executor,
  id: Uuid,
  border: { readonly versionId: Uuid; readonly geometry: unknown },
  ifRevision: number,
  { now }: Circumstances,
): Promise<Done<StoredHotSpot>> {
  const sent = await hotSpotById(tx, id);
  if (sent?.version.id === border.versionId) return sentBefore(tx, sent, border.geometry, now);
  const known = await unchangedHotSpot(tx, id, ifRevision);
  const number = known.version.number + 1;
  const version = await measured(tx, id, border.versionId, border.geometry, number, now);
  await insertBorder(tx, version);
  const hotSpot = { ...known, revision: known.revision + 1, version };
  await replaceHotSpot(tx, hotSpot);
  const audit: AuditEntry = {
    action: 'hot-spot.move-border',
    entity: 'hot-spot',
    entityId: id,
    detail: { number },
  };
  return { result: hotSpot, audit };
}

/** @throws Problem id-reused where the border that has this id is another */
async function sentBefore(
  tx: Executor,
  known: StoredHotSpot,
  geometry: unknown,
  now: EpochMs,
): Promise<Done<StoredHotSpot>> {
  const { id, number } = known.version;
  const version = await measured(tx, known.id, id, geometry, number, now);
  if (!isSameBorder(known.version, version)) throw new Problem('id-reused');
  return { result: known, audit: [] };
}

const isSameBorder = (one: HotSpotVersion, other: HotSpotVersion): boolean =>
  one.id === other.id && isDeepStrictEqual(one.geometry, other.geometry);

export async function unchangedHotSpot(
  tx: Executor,
  id: Uuid,
  ifRevision: number,
): Promise<StoredHotSpot> {
  const known = await hotSpotById(tx, id);
  if (!known) throw notFound('hot spot', id);
  if (known.revision !== ifRevision) {
    throw new Problem('changed-meanwhile', [], { ...saidBy(known), revision: known.revision });
  }
  return known;
}

function saidBy({ version: _version, revision: _revision, ...said }: StoredHotSpot) {
  return said;
}

/** What `checkGeometry` says of a border among the area's other hot spots. */
export async function judgeGeometry(db: Executor, geometry: unknown, except: Uuid | null) {
  const { center } = await theArea(db);
  const others = (await hotSpots(db))
    .filter((hotSpot) => hotSpot.id !== except && hotSpot.status !== 'closed')
    .map(({ code, version }) => ({ code, geometry: version.geometry }));
  return checkGeometry(geometry, { center, others });
}

async function measured(
  tx: Executor,
  hotSpotId: Uuid,
  id: Uuid,
  geometry: unknown,
  number: number,
  validFrom: EpochMs,
): Promise<HotSpotVersion> {
  const verdict = await judgeGeometry(tx, geometry, hotSpotId);
  if (!verdict.ok) throw new Problem('invalid-geometry', verdict.problems.map(toFieldError));
  const { areaHa, perimeterM } = verdict;
  return { id, hotSpotId, number, validFrom, geometry: verdict.geometry, areaHa, perimeterM };
}

/** Codes and figures; the words are the contract's business, where the problem is told. */
function toFieldError({ code, path, values }: GeometryProblem): FieldError {
  return { field: path, code, values };
}

async function refuseTakenCode(
  tx: Executor,
  { id, municipality, code }: StoredHotSpot,
): Promise<void> {
  const holder = await hotSpotByCode(tx, municipality, code);
  if (holder === null || holder === id) return;
  throw fieldProblem('code-taken', '/code', {
    sv: `${code} är en annan hot spots kod.`,
    en: `${code} is another hot spot's code.`,
  });
}
