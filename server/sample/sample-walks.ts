/** Two safety walks for the sample: one held by day, with points and answers, and one to come in the evening that checks it again. */
import { addDays, isoWeekday } from '#core/calendar/calendar-date.ts';
import { instantOf } from '#core/calendar/local-time.ts';
import type { LocalDate, LonLat, Uuid } from '#core/model.ts';
import type { PointAnswer, Walk } from '#core/walks/walk.ts';
import { walkFacts } from '#core/walks/walk-facts.ts';
import type { Executor } from '../store/database.ts';
import { hotSpots } from '../store/hot-spots.ts';
import { insertAnswer, insertPoint, linkWindow, type StoredPoint } from '../store/walk-points.ts';
import { insertWalk } from '../store/walks.ts';
import { insertWindow } from '../store/windows.ts';
import type { SampleFrame } from './sample-shifts.ts';

const ROUTE: readonly LonLat[] = [
  [16.5884, 59.05682],
  [16.5867, 59.05665],
  [16.58515, 59.05618],
  [16.58315, 59.05594],
  [16.58472, 59.05547],
  [16.58635, 59.05566],
  [16.58742, 59.05632],
  [16.5884, 59.05682],
];

/** The Tuesday six weeks before this one's: recent enough to remember, old enough for answers. */
export const heldOn = (today: LocalDate): LocalDate =>
  addDays(today, 2 - isoWeekday(today) - 6 * 7);

/** The Thursday after the walk, from which a point has a window. */
export const windowFrom = (today: LocalDate): LocalDate => addDays(heldOn(today), 2);

type Told = Omit<StoredPoint, 'id' | 'walkId' | 'number' | 'revision' | 'dueDate'> & {
  /** Days after the walk. */
  readonly dueAfter: number | null;
  /** Days after the walk, and the words. */
  readonly answers: readonly (readonly [after: number, text: string])[];
};

const POINTS: readonly Told[] = [
  {
    category: 'light',
    lonLat: [16.58318, 59.05601],
    text: 'Två lampor i gångtunneln är släckta, norra änden ligger i mörker.',
    owner: 'municipality',
    ownerName: 'Gatuenheten',
    status: 'done',
    statusReason: '',
    dueAfter: 14,
    answers: [[9, 'Felanmält och bytt till LED i hela tunneln.']],
  },
  {
    category: 'meeting-place',
    lonLat: [16.58637, 59.0556],
    text: 'Bänkarna längst in i parken syns inte från gången när det är mörkt.',
    owner: 'police',
    ownerName: '',
    status: 'in-progress',
    statusReason: '',
    dueAfter: 60,
    answers: [[3, 'Parken får ett tidsfönster för fotpatrull torsdagar från klockan 17.']],
  },
  {
    category: 'greenery',
    lonLat: [16.5849, 59.0555],
    text: 'Häcken har vuxit över staketet, man ser inte runt hörnet.',
    owner: 'municipality',
    ownerName: 'Parkenheten',
    status: 'open',
    statusReason: '',
    dueAfter: 30,
    answers: [
      [12, 'Klipps under veckan.'],
      [26, 'Entreprenören är försenad, ny tid om två veckor.'],
    ],
  },
  {
    category: 'traffic',
    lonLat: [16.5873, 59.05672],
    text: 'Bilar stannar på övergångsstället för att släppa av vid tågen.',
    owner: 'municipality',
    ownerName: 'Trafikplanering',
    status: 'will-not-be-done',
    statusReason: 'Ersätts av ny hållplats när stationsgatan byggs om.',
    dueAfter: null,
    answers: [[20, 'Åtgärdas i ombyggnaden, inte före.']],
  },
  {
    category: 'building',
    lonLat: [16.58775, 59.0569],
    text: 'Cykelgaragets dörr går inte att stänga.',
    owner: 'property-owner',
    ownerName: 'Fastighetsbolaget vid stationen',
    status: 'open',
    statusReason: '',
    dueAfter: 90,
    answers: [],
  },
];

/** The point whose window `openWindow` makes. */
const POINT_WITH_WINDOW = 1;

export interface SampleWalks {
  readonly held: Walk;
  readonly coming: Walk;
  readonly pointIds: readonly Uuid[];
}

export function sampleWalks(today: LocalDate, frame: SampleFrame): SampleWalks {
  const { municipality, calendar, makeId } = frame;
  const at = (date: LocalDate, time: string, place: string) => ({
    startsAt: instantOf(calendar, date, time),
    place,
  });
  const first = heldOn(today);
  const second = addDays(today, 2 - isoWeekday(today) + 14);
  const shared = { municipality, eveningSaid: null, route: ROUTE };
  const held: Walk = {
    ...shared,
    id: makeId(),
    title: 'Resecentrum och Sveaparken',
    state: 'held',
    before: at(addDays(first, -14), '17:30', 'Biblioteket'),
    walk: at(first, '13:00', 'Stationshuset, huvudentrén'),
    after: at(addDays(first, 21), '17:30', 'Biblioteket'),
    participants: 14,
    checksWalkId: null,
  };
  const coming: Walk = {
    ...shared,
    id: makeId(),
    title: 'Resecentrum och Sveaparken, kväll',
    state: 'planned',
    before: at(addDays(second, -15), '17:30', 'Biblioteket'),
    walk: at(second, '18:30', 'Stationshuset, huvudentrén'),
    after: at(addDays(second, 16), '17:30', 'Biblioteket'),
    participants: null,
    checksWalkId: held.id,
  };
  return { held, coming, pointIds: POINTS.map(() => makeId()) };
}

/** Thursdays in the park from five, as the second point has led to; the patrols then plan for it like any other window. */
export async function openWindow(
  tx: Executor,
  today: LocalDate,
  { municipality, makeId }: SampleFrame,
): Promise<Uuid | null> {
  const park = (await hotSpots(tx, { municipality })).find(({ code }) => code === 'C3');
  if (!park) return null;
  const id = makeId();
  await insertWindow(tx, {
    id,
    hotSpotId: park.id,
    weekdays: [4],
    start: '17:00',
    end: '20:00',
    exceptions: [],
    dateFrom: null,
    dateTo: null,
    doses: 1,
    dwellMin: 15,
    countsFromMin: 10,
    ceilingMin: 20,
    minGapMin: 60,
    crew: 2,
    validFrom: windowFrom(today),
    validTo: null,
  });
  return id;
}

export async function insertWalks(
  tx: Executor,
  { held, coming, pointIds }: SampleWalks,
  windowId: Uuid | null,
  { calendar, base, makeId }: SampleFrame,
): Promise<void> {
  for (const walk of [held, coming]) {
    await insertWalk(tx, { ...walk, ...walkFacts(walk, base.lonLat, calendar), revision: 1 });
  }
  const { date } = walkFacts(held, base.lonLat, calendar);
  for (const [index, { dueAfter, answers, ...said }] of POINTS.entries()) {
    const id = pointIds[index] ?? makeId();
    const dueDate = dueAfter === null ? null : addDays(date, dueAfter);
    const number = index + 1;
    await insertPoint(tx, { ...said, id, walkId: held.id, number, dueDate, revision: 1 });
    for (const [order, [after, text]] of answers.entries()) {
      const given = { id: makeId(), pointId: id, number: order + 1 };
      const answer: PointAnswer = { ...given, answeredOn: addDays(date, after), text };
      await insertAnswer(tx, answer);
    }
  }
  const pointId = pointIds[POINT_WITH_WINDOW];
  if (windowId !== null && pointId) await linkWindow(tx, pointId, windowId);
}
