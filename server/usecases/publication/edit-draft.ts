/** Making a draft, writing its texts, counting it anew, throwing it away. Every change voids the signatures. */
import type { Uuid } from '#core/model.ts';
import { looksPersonal } from '#core/note-warning.ts';
import { tellsTime } from '#core/publication/clock-times.ts';
import { mayBeOpened } from '#core/publication/published-report.ts';
import {
  NO_TEXTS,
  type ReportTexts,
  type TertialReport,
} from '#core/publication/tertial-report.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  deleteDraft,
  insertPublication,
  type Publication,
  publicationById,
  replaceDraft,
  versionsOf,
} from '../../store/publications.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { unchangedDraft } from './own-draft.ts';

const entryOf = (
  action: AuditEntry['action'],
  { id, version, report }: Publication,
  more: Readonly<Record<string, unknown>> = {},
): AuditEntry => ({
  action,
  entity: 'publication',
  entityId: id,
  detail: { municipality: report.municipality.code, tertial: report.tertial, version, ...more },
});

/**
 * The next version of a tertial's page. Asking for the same one again gives the one there is.
 * @throws Problem id-reused; not-acceptable-state: a draft is there already
 */
export async function createDraft(
  tx: Executor,
  id: Uuid,
  report: TertialReport,
  { now }: Circumstances,
): Promise<Done<Publication>> {
  const { municipality, tertial } = report;
  const known = await publicationById(tx, id);
  if (known) {
    const isSame =
      known.report.municipality.code === municipality.code && known.report.tertial === tertial;
    if (!isSame) throw new Problem('id-reused');
    return { result: known, audit: [] };
  }
  const versions = await versionsOf(tx, municipality.code, tertial);
  const last = versions.at(-1);
  if (last && last.publishedAt === null) {
    throw fieldProblem('not-acceptable-state', '/tertial', {
      sv: 'Det finns redan ett utkast för tertialet. Fortsätt på det.',
      en: 'There is a draft of the tertial already. Go on with that one.',
    });
  }
  const made: Publication = {
    id,
    version: (last?.version ?? 0) + 1,
    revision: 1,
    report,
    // A correction begins with what was said before.
    texts: last ? { ...last.texts, correction: '' } : NO_TEXTS,
    textedBy: null,
    signatures: [],
    published: null,
    createdAt: now,
    publishedAt: null,
  };
  await insertPublication(tx, made);
  return { result: made, audit: entryOf('publication.create', made) };
}

/**
 * @throws Problem not-found; changed-meanwhile; not-acceptable-state; personal-data-in-note; invalid-input: a time of day, a
 *   promise that is not in the report or may not be opened, a new version without a reason
 */
export async function writeTexts(
  tx: Executor,
  id: Uuid,
  texts: ReportTexts,
  confirmed: boolean,
  ifRevision: number,
  { by }: Circumstances,
): Promise<Done<Publication>> {
  const draft = await unchangedDraft(tx, id, ifRevision);
  refuseWrongTexts(draft, texts, confirmed);
  const changed = changedDraft(draft, { texts, textedBy: by.id });
  await replaceDraft(tx, changed);
  const detail = { opened: texts.opened.length, voided: draft.signatures.length };
  return { result: changed, audit: entryOf('publication.write', changed, detail) };
}

const changedDraft = (
  draft: Publication,
  change: Partial<Pick<Publication, 'texts' | 'textedBy' | 'report'>>,
): Publication => ({ ...draft, ...change, signatures: [], revision: draft.revision + 1 });

function refuseWrongTexts(
  { version, report }: Publication,
  texts: ReportTexts,
  confirmed: boolean,
): void {
  const known = new Map(report.promises.map((line) => [line.id, line]));
  for (const [field, text] of textFields(texts)) refuseTellingText(field, text, confirmed);
  if (Object.keys(texts.byPromise).some((id) => !known.has(id))) {
    throw fieldProblem('invalid-input', '/byPromise', {
      sv: 'En text gäller ett löfte som inte finns på sidan.',
      en: 'A text is about a promise that is not on the page.',
    });
  }
  const closed = texts.opened.findIndex((id) => {
    const line = known.get(id);
    return !line || !mayBeOpened(line);
  });
  if (closed >= 0) {
    throw fieldProblem('invalid-input', `/opened/${closed}`, {
      sv: 'Bara antal vandringar och aktiviteter får visas när de är få.',
      en: 'Only counts of walks and activities may be shown when they are few.',
    });
  }
  if (version > 1 && texts.correction === '') {
    throw fieldProblem('invalid-input', '/correction', {
      sv: 'Skriv varför sidan rättas.',
      en: 'Say why the page is corrected.',
    });
  }
}

const textFields = ({ intro, correction, byPromise }: ReportTexts): [string, string][] => [
  ['/intro', intro],
  ['/correction', correction],
  ...Object.entries(byPromise).map(([id, text]): [string, string] => [`/byPromise/${id}`, text]),
];

function refuseTellingText(field: string, text: string, confirmed: boolean): void {
  if (tellsTime(text)) {
    throw fieldProblem('invalid-input', field, {
      sv: 'Ta bort klockslaget: sidan säger inte när på dygnet något hände.',
      en: 'Leave out the time of day: the page does not say at what hour anything happened.',
    });
  }
  if (confirmed || !looksPersonal(text)) return;
  throw fieldProblem('personal-data-in-note', field, {
    sv: 'Texten ser ut som uppgifter om en person.',
    en: 'The text looks like data on a person.',
  });
}

/** Puts figures counted now in the draft. @throws Problem not-found; changed-meanwhile; not-acceptable-state */
export async function recountDraft(
  tx: Executor,
  id: Uuid,
  report: TertialReport,
  ifRevision: number,
): Promise<Done<Publication>> {
  const draft = await unchangedDraft(tx, id, ifRevision);
  const changed = changedDraft(draft, { report });
  await replaceDraft(tx, changed);
  const detail = { countedTo: report.countedTo, voided: draft.signatures.length };
  return { result: changed, audit: entryOf('publication.count', changed, detail) };
}

/** @throws Problem not-found; changed-meanwhile; not-acceptable-state (published) */
export async function discardDraft(
  tx: Executor,
  id: Uuid,
  ifRevision: number,
): Promise<Done<null>> {
  const draft = await unchangedDraft(tx, id, ifRevision);
  await deleteDraft(tx, id);
  return { result: null, audit: entryOf('publication.discard', draft) };
}
