/** Tertial pages: drafts, texts, signatures, publication. */
import type { Reply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { versionAddress } from '#core/publication/page-address.ts';
import { mayBeOpened } from '#core/publication/published-report.ts';
import type { ReportDifference } from '#core/publication/report-differences.ts';
import { hiddenFigures, type ReportLineName } from '#core/publication/report-lines.ts';
import { publishingObstacle, signingObstacle } from '#core/publication/signing.ts';
import { earliestPublication } from '#core/publication/tertial.ts';
import type { PublishedReport, TertialReport } from '#core/publication/tertial-report.ts';
import { tertialPage } from '../../formats/publication/tertial-page.ts';
import type { Executor } from '../../store/database.ts';
import { type Publication, publications, publishedReports } from '../../store/publications.ts';
import { countTertial } from '../../usecases/publication/count-tertial.ts';
import {
  createDraft,
  discardDraft,
  recountDraft,
  writeTexts,
} from '../../usecases/publication/edit-draft.ts';
import { mayRead, readablePage } from '../../usecases/publication/own-draft.ts';
import {
  asPublished,
  publishDraft,
  signDraft,
  signingRole,
} from '../../usecases/publication/sign-and-publish.ts';
import type { Done } from '../../usecases/use-case.ts';
import { type Answer, actorOf, type Call, circumstances, type Handler } from '../call.ts';

/** Those that answer with the page. */
type PageRoute = Exclude<
  Extract<RouteName, `${string}TertialPage` | 'writeTertialTexts'>,
  'discardTertialPage'
>;
type AnyCall = Pick<Call<PageRoute>, 'by' | 'now' | 'services'>;

const addressOf = (page: Publication) =>
  page.published && versionAddress({ ...page.published, municipality: page.report.municipality });

const listTertialPages: Handler<'listTertialPages'> = {
  run: async (db, call) => {
    const by = actorOf(call);
    const pages = await publications(db, call.query.municipality ?? null);
    return { reply: { pages: pages.filter((page) => mayRead(by, page)).map(summary) } };
  },
};

const summary = (page: Publication) => ({
  id: page.id,
  municipality: page.report.municipality.code,
  municipalityName: page.report.municipality.name,
  tertial: page.report.tertial,
  version: page.version,
  createdAt: page.createdAt,
  publishedAt: page.publishedAt,
  address: addressOf(page),
});

/** As it was published, or as it would be. */
const shownReport = (db: Executor, page: Publication, { services }: Pick<AnyCall, 'services'>) =>
  page.published ?? asPublished(db, page, services.config.publishDelayDays, null);

async function pageReply(
  db: Executor,
  page: Publication,
  call: AnyCall,
): Promise<Reply<'getTertialPage'>> {
  const { report, texts } = page;
  const { municipality, tertial, from, to, countedTo } = report;
  const shown = await shownReport(db, page, call);
  return {
    id: page.id,
    municipality: municipality.code,
    municipalityName: municipality.name,
    tertial,
    version: page.version,
    from,
    to,
    countedTo,
    revision: page.revision,
    createdAt: page.createdAt,
    publishedAt: page.publishedAt,
    publishableFrom: earliestPublication(report, call.services.config.publishDelayDays),
    address: addressOf(page),
    texts: { ...texts, byPromise: { ...texts.byPromise }, opened: [...texts.opened] },
    isTexted: page.textedBy !== null,
    promises: report.promises.toSorted((a, b) => a.number - b.number).map(promiseReply),
    hidden: hiddenFigures(shown).map(({ line, ...hidden }) => ({ ...hidden, line: { ...line } })),
    differences: differencesReply(shown),
    signatures: page.signatures.map(({ role, at }) => ({ role, at })),
    obstacles: obstaclesFor(page, call),
  };
}

const promiseReply = (line: TertialReport['promises'][number]) => ({
  id: line.id,
  number: line.number,
  sentence: line.sentence,
  mayBeOpened: mayBeOpened(line),
});

const differencesReply = ({ differences }: PublishedReport) =>
  differences?.map((it) => {
    const said = { line: lineOf(it), kind: it.kind };
    if (it.kind !== 'figure') return { ...said, figure: null, before: null, after: null };
    return { ...said, figure: it.figure, before: it.before, after: it.after };
  }) ?? null;

function lineOf(it: ReportDifference): ReportLineName {
  if (it.table === 'promises') return { table: it.table, number: it.number };
  return it.table === 'places' ? { table: it.table, name: it.name } : { table: it.table };
}

function obstaclesFor(page: Publication, call: AnyCall) {
  const by = actorOf(call as Call<PageRoute>);
  const { calendar, config } = call.services;
  const today = operationalDateOf(calendar, call.now);
  const role = signingRole(by);
  return {
    sign: role && signingObstacle(page, { id: by.id, role }, today),
    publish: publishingObstacle(page, today, config.publishDelayDays),
  };
}

async function changed<N extends PageRoute>(
  tx: Executor,
  call: Call<N>,
  { result, audit }: Done<Publication>,
): Promise<Answer<PageRoute>> {
  return { reply: await pageReply(tx, result, call), audit, etag: result.revision };
}

const getTertialPage: Handler<'getTertialPage'> = {
  run: async (db, call) => {
    const page = await readablePage(db, call.params.id, actorOf(call));
    return { reply: await pageReply(db, page, call), etag: page.revision };
  },
};

const getTertialPageHtml: Handler<'getTertialPageHtml'> = {
  run: async (db, call) => {
    const page = await readablePage(db, call.params.id, actorOf(call));
    return { reply: tertialPage(await shownReport(db, page, call), { hasPdf: false }) };
  },
};

/** Counting reads months of visits: before the transaction, so that no patrol's press waits for it. */
const count = (
  { now, services }: Pick<AnyCall, 'now' | 'services'>,
  municipality: string,
  tertial: string,
): Promise<TertialReport> => {
  const { calendar, coverage: memory, db } = services;
  return countTertial({ db: db.reader, calendar, now, memory }, municipality, tertial);
};

const createTertialPage: Handler<'createTertialPage', TertialReport> = {
  prepare: (call) => count(call, call.body.municipality, call.body.tertial),
  run: async (tx, call, report) => {
    const done = await createDraft(tx, call.body.id, report, circumstances(call));
    const wasThere = Array.isArray(done.audit);
    return { ...(await changed(tx, call, done)), status: wasThere ? 200 : 201 };
  },
};

const writeTertialTexts: Handler<'writeTertialTexts'> = {
  run: async (tx, call) => {
    const { params, ifRevision } = call;
    const { confirmed, ...texts } = call.body;
    const by = circumstances(call);
    return changed(tx, call, await writeTexts(tx, params.id, texts, confirmed, ifRevision, by));
  },
};

const recountTertialPage: Handler<'recountTertialPage', TertialReport> = {
  prepare: async (call) => {
    const { report } = await readablePage(call.services.db.reader, call.params.id, actorOf(call));
    return count(call, report.municipality.code, report.tertial);
  },
  run: async (tx, call, report) => {
    const done = await recountDraft(tx, call.params.id, report, call.ifRevision);
    return changed(tx, call, done);
  },
};

const signTertialPage: Handler<'signTertialPage'> = {
  run: async (tx, call) => {
    const done = await signDraft(tx, call.params.id, call.ifRevision, circumstances(call));
    return changed(tx, call, done);
  },
};

const publishTertialPage: Handler<'publishTertialPage'> = {
  run: async (tx, call) => {
    const { publishDelayDays } = call.services.config;
    const by = circumstances(call);
    const done = await publishDraft(tx, call.params.id, call.ifRevision, publishDelayDays, by);
    return changed(tx, call, done);
  },
  committed: async ({ services }) => {
    await services.pages.bringUpToDate(await publishedReports(services.db.reader));
  },
};

const discardTertialPage: Handler<'discardTertialPage'> = {
  run: async (tx, call) => {
    const { result, audit } = await discardDraft(tx, call.params.id, call.ifRevision);
    return { reply: result, audit };
  },
};

export const publicationHandlers = {
  listTertialPages,
  createTertialPage,
  getTertialPage,
  getTertialPageHtml,
  writeTertialTexts,
  recountTertialPage,
  signTertialPage,
  publishTertialPage,
  discardTertialPage,
};
