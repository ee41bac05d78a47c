import { shellText } from '../text/shell.ts';
import { select } from './state.ts';

export function CloseButton() {
  return (
    <button
      type="button"
      class="button small quiet close"
      aria-label={shellText.value.close}
      onClick={() => select({})}
    >
      ×
    </button>
  );
}
