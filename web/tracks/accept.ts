/** Takes the chosen visits into the log, and takes the new ones out again. */
import { signal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { isSamePresence } from '#core/dosage/same-presence.ts';
import { call } from '../api.ts';
import { tracksText } from '../text/tracks.ts';
import type { Found, Logged } from './rows.ts';
import { type ChosenRow, chosenRows, forgetTick, takesTimes, tracks } from './state.ts';

type Answer = WireReply<'acceptTrackVisits'>['answers'][number];

export interface Accepted {
  readonly created: readonly Logged[];
  readonly confirmed: number;
  readonly known: number;
  /** Reasons in both languages. */
  readonly refused: readonly { readonly sv: string; readonly en: string }[];
  readonly isUndone: boolean;
}

export const accepted = signal<Accepted | null>(null);
export const acceptProblem = signal<unknown>(null);
export const isAccepting = signal(false);

export async function acceptChosen(): Promise<void> {
  await guarded(async () => {
    const chosen = chosenRows.value;
    const answers: Answer[] = [];
    for (let from = 0; from < chosen.length; from += LIMITS.acceptedVisits) {
      const part = chosen.slice(from, from + LIMITS.acceptedVisits);
      const body = { visits: part.flatMap(visitOf) };
      answers.push(...(await call('acceptTrackVisits', { body })).answers);
    }
    answers.forEach(keepAnswer);
    for (const { row } of chosen) forgetTick(row);
    accepted.value = summaryOf(answers);
  });
}

/** Struck visits stay in the log's history, as all do. */
export async function undoCreated(): Promise<void> {
  await guarded(async () => {
    const done = accepted.value;
    for (const { id, versionNumber: basedOn } of done?.created ?? []) {
      const reason = tracksText.value.result.undoReason;
      const body = { id: uuid(), basedOn, kind: 'void' as const, reason };
      await call('changeVisit', { params: { id }, body });
      forgetVisit(id);
    }
    if (done) accepted.value = { ...done, created: [], isUndone: true };
  });
}

async function guarded(work: () => Promise<void>): Promise<void> {
  isAccepting.value = true;
  acceptProblem.value = null;
  try {
    await work();
  } catch (error) {
    acceptProblem.value = error;
  }
  isAccepting.value = false;
}

function visitOf({ track, row }: ChosenRow) {
  if (!row.found) return [];
  const { patrolId, patrols } = track;
  const { hotSpotId, startedAt, endedAt } = row.found;
  const officers = patrols.find(({ id }) => id === patrolId)?.officers ?? 2;
  return [{ hotSpotId, patrolId, startedAt, endedAt, officers, takeTimes: takesTimes(row) }];
}

function summaryOf(answers: readonly Answer[]): Accepted {
  const count = (kind: Answer['kind']) => answers.filter((answer) => answer.kind === kind).length;
  return {
    created: answers.flatMap((answer) => (answer.kind === 'created' ? [answer.visit] : [])),
    confirmed: count('confirmed'),
    known: count('known'),
    refused: answers.flatMap((answer) =>
      answer.kind === 'refused' ? [answer.problem.messages] : [],
    ),
    isUndone: false,
  };
}

/** What is in the log now stands beside what was found, in all tracks that tell of it. */
function keepAnswer(answer: Answer): void {
  if (answer.kind === 'refused') return;
  const { visit } = answer;
  tracks.value = tracks.value.map((track) => ({
    ...track,
    logged: [...track.logged.filter(({ id }) => id !== visit.id), visit],
    visits: track.visits.map((one) =>
      tellsOf(one, track.patrolId, visit)
        ? { ...one, struck: false, logged: [...new Set([...one.logged, visit.id])] }
        : one,
    ),
  }));
}

const inTime = (at: string): number => Date.parse(at);

function tellsOf(found: Found, patrolId: string | null, { startedAt, endedAt, ...visit }: Logged) {
  const one = {
    hotSpotId: found.hotSpotId,
    patrolId,
    startedAt: inTime(found.startedAt),
    endedAt: inTime(found.endedAt),
  };
  const end = endedAt === null ? null : inTime(endedAt);
  return isSamePresence(one, { ...visit, startedAt: inTime(startedAt), endedAt: end });
}

function forgetVisit(id: string): void {
  const without = (visit: Found): Found =>
    visit.logged.includes(id)
      ? { ...visit, struck: true, logged: visit.logged.filter((other) => other !== id) }
      : visit;
  tracks.value = tracks.value.map((track) => ({
    ...track,
    logged: track.logged.filter((visit) => visit.id !== id),
    visits: track.visits.map(without),
  }));
}
