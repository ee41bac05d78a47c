/** Files of incidents, what is kept of them, and the table that weighs them. */
import type { Reply } from '#contract/api.ts';
import { lastOf } from '#core/evaluation/incident.ts';
import type { Mapping } from '#core/incidents/columns.ts';
import type { IncidentReading } from '#core/incidents/read-incidents.ts';
import { fieldProblem } from '../../problem.ts';
import { theArea } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';
import { harmTables, newestHarmTable, type StoredHarmTable } from '../../store/harm-tables.ts';
import { type IncidentImport, incidentImports, knownByImport } from '../../store/incidents.ts';
import { followersOf } from '../../usecases/incidents/import-followers.ts';
import { importIncidents as takeIn } from '../../usecases/incidents/import-incidents.ts';
import { setHarmTable as makeVersion } from '../../usecases/incidents/set-harm-table.ts';
import { withdrawIncidentImport as withdraw } from '../../usecases/incidents/withdraw-import.ts';
import { type FileRead, readIncidentsInProcess } from '../../workers/read-incidents-in-process.ts';
import { answer, type Call, circumstances, type Handler } from '../call.ts';

type ImportReply = Reply<'importIncidents'>;
type Asked = { readonly [K in keyof Mapping]?: Mapping[K] | undefined };

/** Null, and the columns are guessed, where those without which nothing can be read are not named. */
function mappingOf({ from, x, y, ...rest }: Asked): Mapping | null {
  if (from === undefined || x === undefined || y === undefined) return null;
  const { fromTime = null, to = null, toTime = null, category = null, count = null } = rest;
  const { grid = 'wgs84', dateOrder = 'dmy' } = rest;
  return { from, x, y, fromTime, to, toTime, category, count, grid, dateOrder };
}

interface ReadBesideStore {
  readonly file: FileRead;
  readonly harmVersion: number;
  readonly known: number;
}

async function readFile(
  call: Call<'previewIncidents'> | Call<'importIncidents'>,
): Promise<Omit<ReadBesideStore, 'known'>> {
  const { services, body, query, signal, now } = call;
  const db = services.db.reader;
  const [area, harm] = [await theArea(db), await newestHarmTable(db)];
  const rules = { calendar: services.calendar, center: area.center, harm, now };
  const work = { bytes: body, mapping: mappingOf(query), rules };
  const file = await readIncidentsInProcess(work, signal);
  if (file.kind === 'refused') throw fieldProblem('invalid-incidents', '', file.said);
  return { file, harmVersion: harm.version };
}

/** Nothing is written: all is done before the transaction, on the connection that only reads. */
const previewIncidents: Handler<'previewIncidents', ReadBesideStore> = {
  prepare: async (call) => {
    const read = await readFile(call);
    const keys = read.file.reading?.incidents.map(({ key }) => key) ?? [];
    const { reader } = call.services.db;
    const known = Object.values(await knownByImport(reader, call.query.municipality, keys));
    return { ...read, known: known.reduce((sum, rows) => sum + rows, 0) };
  },
  run: (_tx, _call, { file, harmVersion, known }) => {
    const { kind: _, reading, columns, ...said } = file;
    const shown = columns.map(({ name, samples }) => ({ name, samples: [...samples] }));
    const reply = {
      ...said,
      columns: shown,
      harmVersion,
      reading: reading && told(reading, known),
    };
    return Promise.resolve({ reply });
  },
};

const SHOWN = 100;
const SHOWN_KINDS = 60;
const SHOWN_SAMPLE = 5;

function told(reading: IncidentReading, known: number): Reply<'previewIncidents'>['reading'] {
  const { incidents, refusals, doubles, kinds, atMidnight } = reading;
  const isAny = incidents.length > 0;
  return {
    kept: incidents.length - known,
    known,
    doubles: doubles.length,
    refused: refusals.length,
    from: isAny ? incidents.reduce((least, { from }) => Math.min(least, from), Infinity) : null,
    to: isAny ? incidents.reduce((most, one) => Math.max(most, lastOf(one)), 0) : null,
    spans: incidents.filter(({ to }) => to !== null).length,
    atMidnight,
    refusals: refusals.slice(0, SHOWN).map((one) => ({ ...one })),
    doubleLines: doubles.slice(0, SHOWN).map((one) => ({ ...one })),
    byFault: countByFault(reading),
    kinds: kinds
      .slice(0, SHOWN_KINDS)
      .map(({ text, ...one }) => ({ text: text.slice(0, 80), ...one })),
    sample: incidents
      .slice(0, SHOWN_SAMPLE)
      .map(({ lonLat: [lon, lat], category, from, to, count, line }) => ({
        line,
        category,
        from,
        to,
        count,
        lonLat: [lon, lat] as const,
      })),
  };
}

function countByFault({ refusals }: IncidentReading) {
  const counts = new Map<(typeof refusals)[number]['fault'], number>();
  for (const { fault } of refusals) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, count]) => ({ fault, count })).sort((a, b) => b.count - a.count);
}

const NO_COLUMNS = {
  sv: 'filen har inga kolumner för tid och plats.',
  en: 'the file has no columns of time and place.',
};

const importIncidents: Handler<'importIncidents', Awaited<ReturnType<typeof readFile>>> = {
  prepare: readFile,
  run: async (tx, call, { file, harmVersion }) => {
    const { format, rows, reading } = file;
    if (!reading) throw fieldProblem('invalid-incidents', '', NO_COLUMNS);
    const { id, municipality, fileName, source, keepRest } = call.query;
    const order = { id, municipality, fileName, source, keepRest };
    const done = await takeIn(
      tx,
      order,
      { format, rows, harmVersion, reading },
      circumstances(call),
    );
    return answer({ ...done, result: await importReply(tx, done.result) });
  },
};

async function importReply(db: Executor, one: IncidentImport): Promise<ImportReply> {
  return replyAmong(one, await incidentImports(db));
}

function replyAmong(one: IncidentImport, all: readonly IncidentImport[]): ImportReply {
  const { held: _, ...counts } = one.counts;
  return { ...one, counts, followers: [...followersOf(one, all)] };
}

const listIncidentImports: Handler<'listIncidentImports'> = {
  run: async (db) => {
    const all = await incidentImports(db);
    return { reply: { imports: all.map((one) => replyAmong(one, all)) } };
  },
};

const withdrawIncidentImport: Handler<'withdrawIncidentImport'> = {
  run: async (tx, call) => {
    const { result, audit } = await withdraw(tx, call.params.id, circumstances(call));
    return { reply: await importReply(tx, result), audit };
  },
};

/** The one that came with the installation was made at no time. */
const harmReply = ({ categories, madeAt, ...rest }: StoredHarmTable): Reply<'setHarmTable'> => ({
  ...rest,
  madeAt: madeAt === 0 ? null : madeAt,
  categories: categories.map(({ words, ...one }) => ({ ...one, words: [...words] })),
});

const getHarmTable: Handler<'getHarmTable'> = {
  run: async (db) => {
    const newest = harmReply(await newestHarmTable(db));
    const versions = (await harmTables(db)).map((one) => {
      const { categories: _, ...said } = harmReply(one);
      return said;
    });
    return { reply: { newest, versions }, etag: newest.version };
  },
};

const setHarmTable: Handler<'setHarmTable'> = {
  run: async (tx, call) => {
    const { result, audit } = await makeVersion(
      tx,
      call.body,
      call.ifRevision,
      circumstances(call),
    );
    return { reply: harmReply(result), audit, etag: result.version };
  },
};

export const incidentHandlers = {
  previewIncidents,
  importIncidents,
  listIncidentImports,
  withdrawIncidentImport,
  getHarmTable,
  setHarmTable,
};
