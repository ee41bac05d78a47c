/** Always in sight: contact, whether everything is saved, and the time. */
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { now, online, saving } from './state.ts';

export function StatusChip() {
  const words = myShiftText.value;
  const state = online.value ? words.online : words.offline;
  return (
    <p class={`status-chip${online.value ? '' : ' offline'}`} role="status">
      <span>
        <span class="dot" aria-hidden="true" />
        <b>{state}</b>
        {online.value && ` · ${saving.value > 0 ? words.saving : words.saved}`}
      </span>
      <span aria-hidden="true">{clock(now.value)}</span>
    </p>
  );
}
