/** What an action came to: read out, shown for ten seconds, with the way back where there is one. */
import { shellText } from '../text/shell.ts';
import { undo } from './actions.ts';
import { announcement, undoable } from './state.ts';

export function WeekToast() {
  return (
    <p class={announcement.value ? 'notice week-toast no-print' : 'visually-hidden'} role="status">
      {announcement.value}
      {announcement.value && undoable.value && (
        <button type="button" class="button small" onClick={() => void undo()}>
          {shellText.value.undo}
        </button>
      )}
    </p>
  );
}
