/** Says what the storage of this device cannot do, in the page and in the account menu. */
import { pwaText } from '../text/pwa.ts';
import { keeping, room } from './storage.ts';

export function StorageNotice() {
  if (room.value === 'enough') return null;
  return (
    <p class="notice" role={room.value === 'full' ? 'alert' : 'status'}>
      {pwaText.value.room[room.value]}
    </p>
  );
}

/** Whether the browser keeps what is logged; nothing before it has been asked. */
export function StorageFact() {
  if (keeping.value === 'unknown') return null;
  return <span class="muted">{pwaText.value.keeping[keeping.value]}</span>;
}
