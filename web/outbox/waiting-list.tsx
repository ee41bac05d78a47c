/** What is on the phone and not at the server yet, over the page. */
import './outbox.css';
import { useEffect, useRef } from 'preact/hooks';
import { placeById } from '../my-shift/state.ts';
import { clock } from '../text/format.ts';
import { outboxText } from '../text/outbox.ts';
import type { KeptItem, WireOutboxItem } from './item.ts';
import { flush, items, waiting } from './outbox.ts';

export function WaitingList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = outboxText.value;
  useEffect(() => dialog.current?.showModal(), []);
  const left = items.value.filter(({ state }) => state !== 'done');
  return (
    <dialog ref={dialog} class="waiting-list" aria-labelledby="waiting-title" onClose={onClose}>
      <h2 id="waiting-title" class="big-heading">
        {words.title}
      </h2>
      <p class="muted">{left.length > 0 ? words.explain : words.nothing}</p>
      <ul class="big-list">
        {waiting.value.map((kept) => (
          <WaitingLine key={kept.item.id} kept={kept} />
        ))}
      </ul>
      <div class="two">
        <button type="button" class="big-button" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
        {waiting.value.length > 0 && (
          <button type="button" class="big-button accent" onClick={() => void flush()}>
            {words.tryNow}
          </button>
        )}
      </div>
    </dialog>
  );
}

function WaitingLine({ kept }: { kept: KeptItem }) {
  return (
    <li class="waiting-line">
      <b>{nameOf(kept.item)}</b>
      <span class="muted">{whereAndWhen(kept.item)}</span>
    </li>
  );
}

export function nameOf(item: WireOutboxItem): string {
  const { kinds } = outboxText.value;
  if (item.kind === 'change-visit') return kinds[item.body.kind];
  return kinds[item.kind === 'create-visit' && item.body.late ? 'late-visit' : item.kind];
}

/** `R1 Viadukten · tryckt 22:05` */
export function whereAndWhen(item: WireOutboxItem): string {
  const place = item.kind === 'create-visit' ? placeById(item.body.hotSpotId)?.properties : null;
  const pressedAt = Date.parse(item.madeAt) + (item.skewMs ?? 0);
  const where = place ? [`${place.code} ${place.name}`] : [];
  return [...where, outboxText.value.pressed(clock(pressedAt))].join(' · ');
}
