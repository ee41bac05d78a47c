/** Always in sight: contact, what waits to be sent, GPS, and the time. Pressed, it shows what waits. */
import { useSignal } from '@preact/signals';
import { isSending, refused, storageTrouble, waiting } from '../outbox/outbox.ts';
import { WaitingList } from '../outbox/waiting-list.tsx';
import { clock } from '../text/format.ts';
import { outboxText } from '../text/outbox.ts';
import { now, online } from './state.ts';

interface StatusChipProps {
  /** What there is to say of GPS, such as `GPS 8 m`; null: it is off. */
  readonly gps?: string | null;
}

export function StatusChip({ gps = null }: StatusChipProps) {
  const isOpen = useSignal(false);
  const words = outboxText.value;
  const state = online.value ? words.online : words.offline;
  const isCalm = online.value && refused.value.length === 0;
  return (
    <>
      <div class={`status-chip${isCalm ? '' : ' offline'}`}>
        <button
          type="button"
          class="chip-button"
          title={words.showWaiting}
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <span class="dot" aria-hidden="true" />
          <span>
            <b>{state}</b>
            {facts(gps).map((fact) => ` · ${fact}`)}
          </span>
        </button>
        <span class="visually-hidden" role="status">
          {[state, ...facts(gps)].join(', ')}
        </span>
        <span aria-hidden="true">{clock(now.value)}</span>
      </div>
      {refused.value.length > 0 && (
        <button
          type="button"
          class="big-button needs-word"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          {words.needsWord(refused.value.length)}
        </button>
      )}
      {storageTrouble.value && (
        <p class="notice error storage-trouble" role="alert">
          {words.trouble[storageTrouble.value]}
        </p>
      )}
      {isOpen.value && (
        <WaitingList
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}

function facts(gps: string | null): string[] {
  const words = outboxText.value;
  const count = waiting.value.length;
  const unsent = isSending.value && online.value ? words.sending : words.waiting(count);
  return [
    ...(refused.value.length > 0 ? [words.refused(refused.value.length)] : []),
    ...(count > 0 ? [unsent] : []),
    ...(count === 0 && refused.value.length === 0 ? [words.saved] : []),
    ...(gps === null ? [] : [gps]),
  ];
}
