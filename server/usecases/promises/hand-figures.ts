/** Figures by hand towards a promise: entered with their source, struck with a reason, never deleted. */
import { localDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import {
  type HandFigure,
  handFigureById,
  insertHandFigure,
  setHandFigureStrike,
} from '../../store/promise-figures.ts';
import { promiseVersions, type StoredPromiseVersion } from '../../store/promises.ts';
import { refuseOtherThan } from '../refuse-other.ts';
import type { Actor, Circumstances, Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';
import { refuseForeign } from './own-municipality.ts';

interface NewFigure {
  readonly id: Uuid;
  readonly date: LocalDate;
  readonly value: number;
  readonly source: string;
  readonly noteConfirmed: boolean;
}

export interface StrikeInput {
  readonly reason: string;
  readonly noteConfirmed: boolean;
}

/**
 * Sending the same figure twice makes one.
 * @throws Problem not-found; forbidden; id-reused; not-acceptable-state: it is not counted by hand; invalid-input;
 *   personal-data-in-note
 */
export async function addHandFigure(
  tx: Executor,
  promiseId: Uuid,
  { noteConfirmed, ...said }: NewFigure,
  { by, now, calendar }: Circumstances,
): Promise<Done<HandFigure>> {
  const promise = await promiseForHand(tx, promiseId, by);
  const known = await handFigureById(tx, said.id);
  if (known) {
    refuseOtherThan(known, { ...said, promiseId });
    return { result: known, audit: [] };
  }
  if (said.date < promise.from || said.date > promise.to) {
    throw fieldProblem('invalid-input', '/date', {
      sv: `Löftet gäller ${promise.from}–${promise.to}: ange en dag däri.`,
      en: `The promise holds ${promise.from}–${promise.to}: give a day in it.`,
    });
  }
  if (said.date > localDateOf(calendar, now)) {
    throw fieldProblem('invalid-input', '/date', {
      sv: 'Dagen har inte varit: skriv in det som är gjort.',
      en: 'That day is to come: enter what has been done.',
    });
  }
  refusePersonalNote(said.source, noteConfirmed, '/source');
  const figure = { ...said, promiseId, recordedBy: by.id, recordedAt: now, strike: null };
  await insertHandFigure(tx, figure);
  const detail = { figure: said.id, date: said.date, value: said.value };
  return {
    result: figure,
    audit: { action: 'promise.figure', entity: 'promise', entityId: promiseId, detail },
  };
}

/** Striking what is struck changes nothing. @throws Problem not-found; forbidden; personal-data-in-note */
export async function strikeHandFigure(
  tx: Executor,
  id: Uuid,
  { reason, noteConfirmed }: StrikeInput,
  { by, now }: Circumstances,
): Promise<Done<HandFigure>> {
  const figure = await ownFigure(tx, id, by);
  if (figure.strike) return { result: figure, audit: [] };
  refusePersonalNote(reason, noteConfirmed, '/reason');
  const strike = { at: now, by: by.id, reason };
  await setHandFigureStrike(tx, id, strike);
  return {
    result: { ...figure, strike },
    audit: {
      action: 'promise.figure-strike',
      entity: 'promise',
      entityId: figure.promiseId,
      detail: { figure: id, reason },
    },
  };
}

/** @throws Problem not-found; forbidden */
export async function restoreHandFigure(
  tx: Executor,
  id: Uuid,
  { by }: Circumstances,
): Promise<Done<HandFigure>> {
  const figure = await ownFigure(tx, id, by);
  if (!figure.strike) return { result: figure, audit: [] };
  await setHandFigureStrike(tx, id, null);
  return {
    result: { ...figure, strike: null },
    audit: {
      action: 'promise.figure-restore',
      entity: 'promise',
      entityId: figure.promiseId,
      detail: { figure: id },
    },
  };
}

async function ownFigure(tx: Executor, id: Uuid, by: Actor): Promise<HandFigure> {
  const figure = await handFigureById(tx, id);
  if (!figure) throw notFound('figure', id);
  await promiseForHand(tx, figure.promiseId, by);
  return figure;
}

/** The municipality enters figures of what it has promised itself, alone or with the police. */
async function promiseForHand(
  tx: Executor,
  promiseId: Uuid,
  by: Actor,
): Promise<StoredPromiseVersion> {
  const promise = (await promiseVersions(tx, promiseId)).at(-1);
  if (!promise) throw notFound('promise', promiseId);
  refuseForeign(by, promise.municipality);
  if (by.role === 'municipality' && promise.owner === 'police') throw new Problem('forbidden');
  if (promise.source === 'hand' && !promise.withdrawn) return promise;
  throw fieldProblem('not-acceptable-state', ':id', {
    sv: 'Löftet räknas inte för hand.',
    en: 'The promise is not counted by hand.',
  });
}
