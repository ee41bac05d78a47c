/**
 * What comes of a decision on a refused item: which items go and which take their place. Pure; ids and clocks are arguments.
 * Nothing that was counted or noted is lost on any of the ways but dropping, which says why.
 */
import { LIMITS } from '#contract/paths.ts';
import type { VisitOutcome } from '#core/model.ts';
import type { AnsweredVisit, KeptItem, RefusedItem, WireOutboxItem } from './item.ts';
import { changedVisit, createdVisit, type ShownVisit } from './project-visit.ts';

export interface Resolution {
  readonly gone: readonly string[];
  readonly items: readonly WireOutboxItem[];
}

export interface Press {
  readonly id: string;
  readonly madeAt: string;
  readonly skewMs: number | null;
}

/** A refused item with those that wait behind it. */
export interface Case {
  readonly refused: RefusedItem;
  /** It and its followers, in order. */
  readonly items: readonly KeptItem[];
  readonly press: () => Press;
}

const ids = ({ items }: Case): string[] => items.map(({ item }) => item.id);
const itemsOf = ({ items }: Case): WireOutboxItem[] => items.map(({ item }) => item);

/** The visit that stands in the way. */
export const standing = ({ problem }: RefusedItem): AnsweredVisit | null =>
  (problem.current as AnsweredVisit | undefined) ?? null;

/** What this phone has to say of the visit, on top of the one that stands: its own from the first press to the last. */
export function mineOf({ items }: Pick<Case, 'items'>, current: ShownVisit): ShownVisit {
  return items.reduce<ShownVisit>((visit, { item }) => {
    if (item.kind === 'create-visit') return createdVisit(item.body);
    return item.kind === 'change-visit' ? changedVisit(visit, item.body) : visit;
  }, current);
}

/** Both patrolled together and met the same people: the higher of two counts, not their sum. */
function higher(a: VisitOutcome, b: VisitOutcome): VisitOutcome {
  return {
    contacts: Math.max(a.contacts, b.contacts),
    actions: Math.max(a.actions, b.actions),
    observations: Math.max(a.observations, b.observations),
    interventions: Math.max(a.interventions, b.interventions),
  };
}

/** Both notes in one; null where they do not fit, and two visits are what is left. */
export function joinedNote(a: string, b: string): string | null {
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  const both = `${a} · ${b}`;
  return both.length <= LIMITS.note ? both : null;
}

const earlier = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? a : b);
const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

/** From the first that was there to the last that left; an end of null is the other's to know. */
const lastEnd = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : later(a, b);

/** "Ja, ett besök": the visit that stands gets what this phone knows, as a correction that says why. */
export function makeOne(asked: Case, current: AnsweredVisit, reason: string): Resolution {
  const mine = mineOf(asked, current);
  const endedAt = lastEnd(current.endedAt, mine.endedAt);
  const version = { id: asked.press().id, basedOn: current.versionNumber, reason };
  const ofCurrent = { ...asked.press(), kind: 'change-visit' as const, visitId: current.id };
  if (mine.voided) return { gone: ids(asked), items: [voided(ofCurrent, version)] };
  const correction: WireOutboxItem = {
    ...ofCurrent,
    body: {
      ...version,
      kind: 'correct',
      startedAt: earlier(current.startedAt, mine.startedAt),
      ...(endedAt !== null && { endedAt }),
      outcome: higher(current.outcome, mine.outcome),
      note: joinedNote(current.note, mine.note) ?? current.note,
      noteConfirmed: itemsOf(asked).some(isConfirmed),
    },
  };
  return { gone: ids(asked), items: [correction] };
}

type ChangeItem = Extract<WireOutboxItem, { kind: 'change-visit' }>;

const voided = (
  ofCurrent: Omit<ChangeItem, 'body'>,
  version: { readonly id: string; readonly basedOn: number; readonly reason: string },
): WireOutboxItem => ({ ...ofCurrent, body: { ...version, kind: 'void' } });

const isConfirmed = (item: WireOutboxItem): boolean =>
  (item.kind === 'create-visit' || item.kind === 'change-visit') &&
  'noteConfirmed' in item.body &&
  item.body.noteConfirmed === true;

/** "Nej, två": the same again, with the word that it is another. */
export function keepTwo(asked: Case): Resolution {
  return again(asked, (item) =>
    item.kind === 'create-visit' ? { ...item, body: { ...item.body, separate: true } } : item,
  );
}

/** "Avsluta det och påbörja detta": the open visit ends where this one begins. */
export function endOther(asked: Case, current: AnsweredVisit): Resolution {
  const first = itemsOf(asked)[0];
  const startedAt = first?.kind === 'create-visit' ? first.body.startedAt : current.startedAt;
  const { madeAt, skewMs } = asked.press();
  const now = new Date(Date.parse(madeAt) + (skewMs ?? 0)).toISOString();
  const endedAt = Date.parse(startedAt) > Date.parse(current.startedAt) ? startedAt : now;
  const end: WireOutboxItem = {
    ...asked.press(),
    kind: 'change-visit',
    visitId: current.id,
    body: { id: asked.press().id, basedOn: current.versionNumber, kind: 'end', endedAt },
  };
  const { gone, items } = again(asked);
  return { gone, items: [end, ...items] };
}

/** Sends the same once more, or as it has been mended; what is mended has an id of its own. */
export function again(
  asked: Case,
  mend: (item: WireOutboxItem) => WireOutboxItem = (item) => item,
): Resolution {
  const items = itemsOf(asked).map((item) => {
    const mended = mend(item);
    return mended === item ? item : { ...mended, id: asked.press().id };
  });
  return { gone: ids(asked), items };
}

/** Lets go of it, and says so to the log. A visit that never began takes all that came after it along. */
export function drop(asked: Case, subject: string, reason: string): Resolution {
  const { refused } = asked;
  const word: WireOutboxItem = {
    ...asked.press(),
    kind: 'drop',
    subject,
    code: refused.problem.code,
    reason,
  };
  if (refused.item.kind === 'create-visit') return { gone: ids(asked), items: [word] };
  const followers = itemsOf(asked).slice(1);
  return {
    gone: ids(asked),
    items: [word, ...followers.map((item) => oneVersionLower(item, asked.press().id))],
  };
}

/** What came after a dropped change stands on the version before it. */
function oneVersionLower(item: WireOutboxItem, id: string): WireOutboxItem {
  if (item.kind !== 'change-visit') return item;
  return { ...item, id, body: { ...item.body, basedOn: Math.max(1, item.body.basedOn - 1) } };
}
