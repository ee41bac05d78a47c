/** Safety walks: meetings, route, points raised, answers, photos. Nobody's name, in no field. */
import { z } from 'zod';
import { POINT_CATEGORIES, POINT_OWNERS, POINT_STATUSES, WALK_STATES } from '#core/walks/walk.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import {
  id,
  instant,
  line,
  localDate,
  lonLat,
  municipalityCode,
  newId,
  operationalDate,
  paragraph,
  revision,
} from './common.ts';
import { timeWindow, windowInput } from './hot-spots.ts';

const count = z.number().int().min(0);

const meeting = z.strictObject({ startsAt: instant, place: line(LIMITS.name) });

const route = z
  .strictObject(
    {
      type: z.literal('LineString', { error: FIELD_TEXTS.line.en }),
      coordinates: z.array(lonLat).min(2).max(LIMITS.routePositions),
    },
    { error: FIELD_TEXTS.line.en },
  )
  .meta({ description: 'A GeoJSON LineString, WGS 84 lon/lat (RFC 7946).' });

const walkFields = {
  title: line(LIMITS.name).min(1),
  state: z.enum(WALK_STATES),
  before: meeting.nullable().meta({ description: 'The meeting before the walk.' }),
  walk: meeting,
  after: meeting.nullable().meta({ description: 'The meeting that follows it up.' }),
  eveningSaid: z.boolean().nullable().meta({
    description: 'null: by the rule, a start at 18:00 or later or after sunset.',
  }),
  route: route.nullable(),
  participants: z
    .number()
    .int()
    .min(0)
    .max(500)
    .nullable()
    .meta({ description: 'How many came. Never who.' }),
  checksWalkId: id.nullable().meta({
    description: 'The earlier walk whose points this one looks at again.',
  }),
};

/** As it is given: what is left out has not been decided. */
const givenWalk = {
  ...walkFields,
  state: walkFields.state.default('planned'),
  before: walkFields.before.default(null),
  after: walkFields.after.default(null),
  eveningSaid: walkFields.eveningSaid.default(null),
  route: walkFields.route.default(null),
  participants: walkFields.participants.default(null),
  checksWalkId: walkFields.checksWalkId.default(null),
};

const noteConfirmed = z.boolean().default(false).meta({
  description: 'The writer has seen the warning that a text looks like data on a person.',
});

export const walk = z
  .strictObject({
    id,
    municipality: municipalityCode,
    ...walkFields,
    date: operationalDate.meta({ description: 'The local date of the walk.' }),
    evening: z.boolean(),
    lengthM: count.nullable().meta({ description: 'Length of the route in metres.' }),
    revision,
  })
  .meta({ id: 'Walk' });

const pointCounts = z.strictObject({
  all: count,
  toDo: count,
  overdue: count,
  done: count,
  willNotBeDone: count,
});

export const walkQuery = z.strictObject({ municipality: municipalityCode.optional() });

export const walkList = z.strictObject({
  today: operationalDate,
  walks: z.array(walk.omit({ route: true }).extend({ points: pointCounts })),
});

export const createWalkBody = z.strictObject({
  id: newId,
  municipality: municipalityCode,
  ...givenWalk,
  noteConfirmed,
});
export const updateWalkBody = z.strictObject({ ...givenWalk, noteConfirmed });

const pointFields = {
  category: z.enum(POINT_CATEGORIES),
  lonLat: lonLat.nullable(),
  text: paragraph(LIMITS.note).min(1),
  owner: z.enum(POINT_OWNERS),
  ownerName: line(LIMITS.name),
  dueDate: localDate.nullable(),
  status: z.enum(POINT_STATUSES),
  statusReason: line(LIMITS.note),
};

const givenPoint = {
  ...pointFields,
  lonLat: pointFields.lonLat.default(null),
  owner: pointFields.owner.default('municipality'),
  ownerName: pointFields.ownerName.default(''),
  dueDate: pointFields.dueDate.default(null),
  status: pointFields.status.default('open'),
  statusReason: pointFields.statusReason.default(''),
};

interface Reasoned {
  readonly status: string;
  readonly statusReason: string;
}

function refuseUnreasoned(
  { status, statusReason }: Reasoned,
  context: z.core.$RefinementCtx<Reasoned>,
): void {
  const isRefusal = status === 'will-not-be-done';
  if (isRefusal === statusReason.length > 0) return;
  const message = isRefusal ? FIELD_TEXTS.reasonNeeded.en : FIELD_TEXTS.reasonOnly.en;
  context.addIssue({ code: 'custom', path: ['statusReason'], message });
}

export const walkPoint = z
  .strictObject({ id, walkId: id, number: count, ...pointFields, revision })
  .meta({ id: 'WalkPoint' });

export const addPointBody = z
  .strictObject({ id: newId, ...givenPoint, noteConfirmed })
  .superRefine(refuseUnreasoned);
export const updatePointBody = z
  .strictObject({ ...givenPoint, noteConfirmed })
  .superRefine(refuseUnreasoned);

export const pointAnswer = z.strictObject({
  id,
  number: count.meta({ description: 'The highest of a point is the answer that holds.' }),
  answeredOn: localDate,
  text: paragraph(LIMITS.answer).min(1),
});

export const answerBody = z.strictObject({
  id: newId,
  answeredOn: localDate,
  text: pointAnswer.shape.text,
  noteConfirmed,
});

export const photoFacts = z.strictObject({ id, width: count, height: count });

/** JPEG, PNG or WebP, as the camera wrote it; what it says of where and when is thrown away. */
export const photoFile = z.instanceof(Uint8Array, { error: FIELD_TEXTS.file.en }).meta({
  override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
    Object.assign(jsonSchema, { type: 'string', format: 'binary' });
  },
});
export const photoParam = z.strictObject({ id, photoId: newId });

export const pointWindowBody = z
  .strictObject({ hotSpotId: id, window: windowInput })
  .meta({ description: 'The window is added to those that the hot spot has.' });

/** What the police have done about a point. The municipality is told that and since when, and nothing of where or which hours. */
const measure = z.strictObject({
  since: operationalDate,
  until: operationalDate.nullable().meta({ description: 'The window was closed on this day.' }),
  changed: z.boolean().meta({
    description: 'It was edited on that day: what came of that is a measure of its own.',
  }),
  detail: z
    .strictObject({
      hotSpotId: id,
      code: z.string(),
      name: z.string(),
      window: timeWindow,
      promised: count.meta({ description: 'Doses that the window has asked for so far.' }),
      delivered: count.meta({ description: 'Doses that have answered the window.' }),
      openedThen: z.array(timeWindow).meta({
        description:
          'What else the hot spot opened on the day on which the window was closed. Not counted.',
      }),
    })
    .nullable(),
});

const advice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('many-participants'), participants: count }),
  z.strictObject({ kind: z.literal('missing-meeting'), meeting: z.enum(['before', 'after']) }),
  z.strictObject({
    kind: z.literal('spacing'),
    meeting: z.enum(['before', 'after']),
    days: count,
  }),
]);

export const walkReport = z
  .strictObject({
    today: operationalDate,
    walk,
    counts: pointCounts,
    points: z.array(
      z.strictObject({
        ...walkPoint.shape,
        overdue: z.boolean(),
        answers: z.array(pointAnswer),
        photos: z.array(photoFacts),
        measures: z.array(measure),
      }),
    ),
    advice: z.array(advice).meta({ description: 'Where it departs from the method.' }),
    chain: z
      .array(
        z.strictObject({
          id,
          title: z.string(),
          date: operationalDate,
          state: z.enum(WALK_STATES),
          checksWalkId: id.nullable(),
          points: pointCounts,
        }),
      )
      .meta({ description: 'The walks that check each other, this one among them, in order.' }),
  })
  .meta({ id: 'WalkReport' });

export const addedWindow = z.strictObject({ windowId: id });
export const calendarText = z.string();
