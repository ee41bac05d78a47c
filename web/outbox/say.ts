/** Outbox items and the visits in their way, in words. */
import { mine, placeById } from '../my-shift/state.ts';
import { clock } from '../text/format.ts';
import { language } from '../text/language.ts';
import { outboxText } from '../text/outbox.ts';
import type { AnsweredVisit, RefusedItem, WireOutboxItem } from './item.ts';
import { standing } from './resolve.ts';

export function nameOf(item: WireOutboxItem): string {
  const { kinds } = outboxText.value;
  if (item.kind === 'change-visit') return kinds[item.body.kind];
  return kinds[item.kind === 'create-visit' && item.body.late ? 'late-visit' : item.kind];
}

/** `R1 Viadukten · tryckt 22:05` */
export function whereAndWhen(item: WireOutboxItem): string {
  const place = placeById(placeIdOf(item))?.properties;
  const pressedAt = Date.parse(item.madeAt) + (item.skewMs ?? 0);
  const where = place ? [`${place.code} ${place.name}`] : [];
  return [...where, outboxText.value.pressed(clock(pressedAt))].join(' · ');
}

function placeIdOf(item: WireOutboxItem): string {
  if (item.kind === 'create-visit') return item.body.hotSpotId;
  const { visits = [], stops = [] } = mine.value ?? {};
  if (item.kind === 'change-visit') {
    return visits.find(({ id }) => id === item.visitId)?.hotSpotId ?? '';
  }
  return 'slotId' in item
    ? (stops.find(({ slotId }) => slotId === item.slotId)?.hotSpotId ?? '')
    : '';
}

/** What stands in the way, as a question; else what the server said. */
export function whyRefused(refused: RefusedItem): string {
  const current = standing(refused);
  const words = outboxText.value;
  const { code, messages } = refused.problem;
  if (!current) return messages[language.value];
  const place = placeById(current.hotSpotId)?.properties.code ?? '';
  if (code === 'visit-open') return words.open(place, clock(current.startedAt));
  if (code === 'visit-twice') return words.twice(place, spanOf(current));
  return words.changed(place, spanOf(current));
}

const spanOf = ({ startedAt, endedAt }: AnsweredVisit): string =>
  `${clock(startedAt)}–${endedAt === null ? outboxText.value.goesOn : clock(endedAt)}`;
