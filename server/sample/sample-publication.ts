/** A published page of the last tertial and a draft of the one that goes on, as the trial accounts would have made them. */
import { v7 as uuid } from 'uuid';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { Role, Uuid } from '#core/model.ts';
import { type TertialCode, tertialOf, tertialPeriod } from '#core/publication/tertial.ts';
import type { ReportTexts, TertialReport } from '#core/publication/tertial-report.ts';
import type { Services } from '../services.ts';
import { appendAudit } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';
import { trialUserOfRole } from '../store/people.ts';
import type { Publication } from '../store/publications.ts';
import { countTertial } from '../usecases/publication/count-tertial.ts';
import { createDraft, writeTexts } from '../usecases/publication/edit-draft.ts';
import { publishDraft, signDraft } from '../usecases/publication/sign-and-publish.ts';
import type { Circumstances, Done } from '../usecases/use-case.ts';

const INTRO =
  'Det här är polisens och kommunens gemensamma redovisning av tertialet.\n\nFotpatrullen har varit mest vid resecentrum och i centrum. På några platser blev det mindre än vi lovade, oftast därför att larm gick före. De platserna går först under nästa tertial.';

/** Nothing is made where there are no trial accounts to make it. */
export async function samplePublications(services: Services, municipality: string): Promise<void> {
  const { calendar, clock, db } = services;
  const current = tertialOf(operationalDateOf(calendar, clock()));
  const last = tertialOf(addDays(tertialPeriod(current).from, -1));
  const published = await counted(services, municipality, last);
  const going = await counted(services, municipality, current);
  await db.writer.transaction().execute(async (tx) => {
    await publishSample(tx, services, published);
    await draftSample(tx, services, going);
  });
}

function counted(
  { calendar, clock, coverage: memory, db }: Services,
  municipality: string,
  tertial: TertialCode,
): Promise<TertialReport> {
  const asked = { db: db.reader, calendar, now: clock(), memory };
  return countTertial(asked, municipality, tertial);
}

async function as(
  tx: Executor,
  { calendar, clock }: Services,
  role: Role,
): Promise<Circumstances | null> {
  const user = await trialUserOfRole(tx, role);
  return user && { by: user, now: clock(), calendar };
}

async function logged<T>(tx: Executor, { by, now }: Circumstances, done: Done<T>): Promise<T> {
  await appendAudit(tx, [done.audit].flat(), by, now);
  return done.result;
}

async function publishSample(tx: Executor, services: Services, report: TertialReport) {
  const police = await as(tx, services, 'municipal-police');
  const chief = await as(tx, services, 'chief');
  if (!police || !chief) return;
  const draft = await logged(tx, police, await createDraft(tx, uuid(), report, police));
  const texts = textsOf(report);
  const written = await logged(tx, police, await writeTexts(tx, ...of(draft, texts), police));
  let signed: Publication = written;
  for (const by of [police, chief]) {
    signed = await logged(tx, by, await signDraft(tx, signed.id, signed.revision, by));
  }
  const { publishDelayDays } = services.config;
  await logged(
    tx,
    chief,
    await publishDraft(tx, signed.id, signed.revision, publishDelayDays, chief),
  );
}

const of = (
  { id, revision }: Publication,
  texts: ReportTexts,
): [Uuid, ReportTexts, boolean, number] => [id, texts, false, revision];

/** Walks are held in the open, so their count is shown however small. */
const textsOf = ({ promises }: TertialReport): ReportTexts => ({
  intro: INTRO,
  correction: '',
  byPromise: {},
  opened: promises.filter(({ source }) => source === 'walks').map(({ id }) => id),
});

async function draftSample(tx: Executor, services: Services, report: TertialReport) {
  const police = await as(tx, services, 'municipal-police');
  if (police) await logged(tx, police, await createDraft(tx, uuid(), report, police));
}
