/** Planning a safety walk, and saying afterwards what came of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Said } from '#contract/problem.ts';
import { distanceM } from '#core/geo/measure.ts';
import type { Uuid } from '#core/model.ts';
import { mayCheck } from '#core/walks/checked-again.ts';
import type { Walk } from '#core/walks/walk.ts';
import { walkFacts } from '#core/walks/walk-facts.ts';
import { type WalkFaultCode, walkFaults } from '#core/walks/walk-faults.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { theArea } from '../../store/areas.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  insertWalk,
  replaceWalk,
  type StoredWalk,
  walkById,
  walksChecking,
} from '../../store/walks.ts';
import { knownMunicipality } from '../known-municipality.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { municipalityOf, ownWalk } from './own-walks.ts';
import { refusePersonalTexts } from './personal-texts.ts';

export type WalkInput = Omit<Walk, 'id' | 'municipality'>;

interface Sent extends WalkInput {
  readonly noteConfirmed: boolean;
}

/**
 * Sending the same walk twice makes one.
 * @throws Problem forbidden (another municipality's); invalid-walk; personal-data-in-note; id-reused
 */
export async function createWalk(
  tx: Executor,
  { id, municipality, ...sent }: Sent & Pick<Walk, 'id' | 'municipality'>,
  circumstances: Circumstances,
): Promise<Done<StoredWalk>> {
  if (municipalityOf(circumstances.by, municipality) !== municipality) {
    throw new Problem('forbidden');
  }
  const walk = await judged(tx, { id, municipality }, sent, circumstances);
  const known = await walkById(tx, id);
  if (known) {
    if (!isDeepStrictEqual(known, walk)) throw new Problem('id-reused');
    return { result: known, audit: [] };
  }
  await insertWalk(tx, walk);
  return { result: walk, audit: auditOf('walk.create', walk) };
}

/** @throws Problem not-found; changed-meanwhile with the walk as it stands; invalid-walk; personal-data-in-note */
export async function updateWalk(
  tx: Executor,
  id: Uuid,
  sent: Sent,
  ifRevision: number,
  circumstances: Circumstances,
): Promise<Done<StoredWalk>> {
  const known = await ownWalk(tx, id, circumstances.by);
  if (known.revision !== ifRevision) throw new Problem('changed-meanwhile', [], reply(known));
  const fresh = await judged(tx, known, sent, circumstances, textsOf(known));
  await refuseLateForOthers(tx, fresh);
  const walk = { ...fresh, revision: known.revision + 1 };
  await replaceWalk(tx, walk);
  return { result: walk, audit: auditOf('walk.update', walk) };
}

/** A walk as it crosses the wire: its route is GeoJSON there. */
export function reply({ route, before, walk, after, ...rest }: StoredWalk) {
  return {
    ...rest,
    before: before && { ...before },
    walk: { ...walk },
    after: after && { ...after },
    route: route && { type: 'LineString' as const, coordinates: [...route] },
  };
}

const auditOf = (
  action: 'walk.create' | 'walk.update',
  { id, date, state }: StoredWalk,
): AuditEntry => ({ action, entity: 'walk', entityId: id, detail: { date, state } });

async function judged(
  tx: Executor,
  { id, municipality }: Pick<Walk, 'id' | 'municipality'>,
  { noteConfirmed, ...input }: Sent,
  { now, calendar }: Circumstances,
  textsBefore: Readonly<Record<string, string>> = {},
): Promise<StoredWalk> {
  const { center } = await theArea(tx);
  await knownMunicipality(tx, municipality, 'invalid-walk');
  const faults = walkFaults(input, now, (to) => distanceM(center, to));
  if (faults.length > 0) {
    throw new Problem(
      'invalid-walk',
      faults.map(({ code, field }) => ({ field, said: FAULT_TEXTS[code] })),
    );
  }
  await refuseStrangeLink(tx, { id, municipality, ...input });
  refusePersonalTexts(textsOf(input), noteConfirmed, textsBefore);
  return { id, municipality, ...input, ...walkFacts(input, center, calendar), revision: 1 };
}

function textsOf({ title, before, walk, after }: WalkInput): Record<string, string> {
  return {
    '/title': title,
    '/before/place': before?.place ?? '',
    '/walk/place': walk.place,
    '/after/place': after?.place ?? '',
  };
}

const FAULT_TEXTS: Readonly<Record<WalkFaultCode, Said>> = {
  'before-not-before': {
    sv: 'Förmötet ska vara före vandringen: ändra en av tiderna.',
    en: 'The first meeting comes before the walk: change one of the times.',
  },
  'after-not-after': {
    sv: 'Uppföljningen ska vara efter vandringen: ändra en av tiderna.',
    en: 'The follow-up comes after the walk: change one of the times.',
  },
  'held-in-future': {
    sv: 'Vandringen har inte börjat än: den kan inte vara genomförd.',
    en: 'The walk has not begun yet: it cannot have been held.',
  },
  'counted-not-held': {
    sv: 'Antal deltagare anges när vandringen är genomförd: ändra läget eller ta bort antalet.',
    en: 'Participants are counted once the walk has been held: change the state or leave it out.',
  },
  'route-too-short': {
    sv: 'Vägen behöver minst två olika punkter: rita hela, eller ta bort den.',
    en: 'The route needs two different positions at least: draw all of it, or leave it out.',
  },
  'route-too-far': {
    sv: 'Punkten ligger över 50 km från områdets mitt: kontrollera koordinaterna.',
    en: 'The position is over 50 km from the area’s centre: check the coordinates.',
  },
};

async function refuseStrangeLink(tx: Executor, checking: Walk): Promise<void> {
  if (checking.checksWalkId === null) return;
  const earlier = await walkById(tx, checking.checksWalkId);
  const isSound =
    earlier !== null &&
    earlier.municipality === checking.municipality &&
    mayCheck(momentOf(checking), momentOf(earlier));
  if (isSound) return;
  throw fieldProblem('invalid-walk', '/checksWalkId', {
    sv: 'Välj en tidigare vandring i samma kommun.',
    en: 'Choose an earlier walk in the same municipality.',
  });
}

/** A walk that another one checks cannot be moved to after it. */
async function refuseLateForOthers(tx: Executor, walk: StoredWalk): Promise<void> {
  const later = await walksChecking(tx, walk.id);
  if (later.every((one) => mayCheck(momentOf(one), momentOf(walk)))) return;
  throw fieldProblem('invalid-walk', '/walk/startsAt', {
    sv: 'En vandring som kontrollerar den här skulle då ligga före den: flytta den först.',
    en: 'A walk that checks this one would then come before it: move that one first.',
  });
}

const momentOf = ({ id, walk }: Walk) => ({ id, startsAt: walk.startsAt });
