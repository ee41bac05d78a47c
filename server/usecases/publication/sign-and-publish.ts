/** Signing by two persons, and publishing what they have signed. */
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { publishedReport } from '#core/publication/published-report.ts';
import {
  publishingObstacle,
  SIGNING_ROLES,
  type SigningRole,
  signingObstacle,
} from '#core/publication/signing.ts';
import type { PublishedReport } from '#core/publication/tertial-report.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import {
  type Publication,
  publicationById,
  replaceDraft,
  versionsOf,
} from '../../store/publications.ts';
import type { Actor, Circumstances, Done } from '../use-case.ts';
import { obstacleProblem } from './obstacle-problem.ts';
import { unchangedDraft } from './own-draft.ts';

/** The signing role of an account; null: it has none. */
export const signingRole = ({ role }: Pick<Actor, 'role'>): SigningRole | null =>
  SIGNING_ROLES.find((one) => one === role) ?? null;

const detailOf = ({ report, version, revision }: Publication) => ({
  municipality: report.municipality.code,
  tertial: report.tertial,
  version,
  revision,
});

/** @throws Problem not-found; changed-meanwhile; not-acceptable-state with the obstacle; forbidden */
export async function signDraft(
  tx: Executor,
  id: Uuid,
  ifRevision: number,
  { by, now, calendar }: Circumstances,
): Promise<Done<Publication>> {
  const role = signingRole(by);
  if (role === null) throw new Problem('forbidden');
  const draft = await unchangedDraft(tx, id, ifRevision);
  const today = operationalDateOf(calendar, now);
  const obstacle = signingObstacle(draft, { id: by.id, role }, today);
  if (obstacle) throw obstacleProblem(obstacle);
  const signatures = [...draft.signatures, { role, by: by.id, at: now }];
  const signed: Publication = { ...draft, signatures, revision: draft.revision + 1 };
  await replaceDraft(tx, signed);
  const detail = { ...detailOf(signed), as: role };
  return {
    result: signed,
    audit: { action: 'publication.sign', entity: 'publication', entityId: id, detail },
  };
}

/** Publishing twice is publishing once. @throws Problem not-found; changed-meanwhile; not-acceptable-state with the obstacle */
export async function publishDraft(
  tx: Executor,
  id: Uuid,
  ifRevision: number,
  delayDays: number,
  { now, calendar }: Circumstances,
): Promise<Done<Publication>> {
  const known = await publicationById(tx, id);
  if (known?.published) return { result: known, audit: [] };
  const draft = await unchangedDraft(tx, id, ifRevision);
  const today = operationalDateOf(calendar, now);
  const obstacle = publishingObstacle(draft, today, delayDays);
  if (obstacle) throw obstacleProblem(obstacle);
  const result: Publication = {
    ...draft,
    published: await asPublished(tx, draft, delayDays, today),
    publishedAt: now,
    revision: draft.revision + 1,
  };
  await replaceDraft(tx, result);
  const detail = detailOf(result);
  return {
    result,
    audit: { action: 'publication.publish', entity: 'publication', entityId: id, detail },
  };
}

/** The page as everybody will read it. @param publishedOn null: as a draft */
export async function asPublished(
  db: Executor,
  { report, texts, version }: Publication,
  delayDays: number,
  publishedOn: LocalDate | null,
): Promise<PublishedReport> {
  const versions = await versionsOf(db, report.municipality.code, report.tertial);
  const before = versions.findLast((one) => one.version < version)?.published ?? null;
  return publishedReport(report, texts, { version, publishedOn, delayDays, before });
}
