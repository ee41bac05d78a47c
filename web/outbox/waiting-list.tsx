/** What is on the phone and not at the server yet, over the page. */
import './outbox.css';
import { useEffect, useRef } from 'preact/hooks';
import { outboxText } from '../text/outbox.ts';
import type { KeptItem } from './item.ts';
import { flush, items, refused, waiting } from './outbox.ts';
import { RefusedCard } from './refused-card.tsx';
import { nameOf, whereAndWhen } from './say.ts';

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
        {refused.value.map((one) => (
          <RefusedCard key={one.item.id} refused={one} />
        ))}
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
