/** What one patrol does in a shift: visit after visit, as its phone's buttons write it down. */
import { v7 as uuid } from 'uuid';
import type { VisitOutcome } from '#core/model.ts';
import type { Random } from '#core/planner/random.ts';
import type { WireOutboxItem } from '../../../web/outbox/item.ts';

const MINUTE_MS = 60_000;
const EVERY_MIN = 4;

/** A visit as it truly was. */
export interface TrueVisit {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: VisitOutcome;
  readonly note: string;
  /** How many versions it must have. */
  readonly versions: number;
}

export interface Pressed {
  readonly visit: TrueVisit;
  /** What is pressed together. */
  readonly presses: readonly (readonly WireOutboxItem[])[];
}

export interface Patrolling {
  readonly patrolId: string;
  readonly places: readonly string[];
  readonly visits: number;
  /** Milliseconds that the phone's clock is ahead, and what it knows of that. */
  readonly ahead: number;
  readonly skewMs: number | null;
  readonly random: Random;
}

/** A number in letters: digits might look like a telephone's. */
const inLetters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

export function longShift(patrolling: Patrolling, name: string): Pressed[] {
  const from = Date.now() - patrolling.visits * EVERY_MIN * MINUTE_MS;
  return Array.from({ length: patrolling.visits }, (_, index) => {
    const startedAt = from + index * EVERY_MIN * MINUTE_MS;
    const isLate = patrolling.random.share() < 0.15;
    const visit: TrueVisit = {
      id: uuid(),
      startedAt,
      endedAt: startedAt + 3 * MINUTE_MS,
      outcome: {
        contacts: patrolling.random.below(9),
        actions: patrolling.random.below(4),
        observations: patrolling.random.below(4),
        interventions: patrolling.random.below(2),
      },
      note: `Lampa ${inLetters(index)} på väg ${name} är trasig`,
      versions: isLate ? 1 : 3,
    };
    const hotSpotId = patrolling.places[index % patrolling.places.length] ?? '';
    const presses = isLate
      ? [[lateItem(patrolling, visit, hotSpotId)]]
      : [[startItem(patrolling, visit, hotSpotId)], endItems(patrolling, visit)];
    return { visit, presses };
  });
}

type Clock = Pick<Patrolling, 'ahead' | 'skewMs'>;

/** What the phone writes for a true instant: its own clock, put right as far as it knows. */
const told = ({ ahead, skewMs }: Clock, at: number): string =>
  new Date(at + ahead + (skewMs ?? 0)).toISOString();

const press = ({ ahead, skewMs }: Clock, at: number) => ({
  id: uuid(),
  madeAt: new Date(at + ahead).toISOString(),
  skewMs,
});

function startItem(by: Patrolling, visit: TrueVisit, hotSpotId: string): WireOutboxItem {
  const startedAt = told(by, visit.startedAt);
  const body = { id: visit.id, hotSpotId, patrolId: by.patrolId, startedAt };
  return { ...press(by, visit.startedAt), kind: 'create-visit', body };
}

function endItems(by: Patrolling, visit: TrueVisit): WireOutboxItem[] {
  const { id: visitId, endedAt, outcome, note } = visit;
  const change = { ...press(by, endedAt), kind: 'change-visit' as const, visitId };
  const end = { id: uuid(), basedOn: 1, kind: 'end' as const, endedAt: told(by, endedAt) };
  const tally = { id: uuid(), basedOn: 2, kind: 'tally' as const, outcome, note };
  return [
    { ...change, body: end },
    { ...change, id: uuid(), body: tally },
  ];
}

function lateItem(by: Patrolling, visit: TrueVisit, hotSpotId: string): WireOutboxItem {
  const { id, outcome, note } = visit;
  const [startedAt, endedAt] = [told(by, visit.startedAt), told(by, visit.endedAt)];
  const what = { id, hotSpotId, patrolId: by.patrolId, late: true, outcome, note };
  const body = { ...what, startedAt, endedAt };
  return { ...press(by, visit.endedAt), kind: 'create-visit', body };
}
