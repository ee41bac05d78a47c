/** Changes a text that looked like data on a person, or says that it is none. */
import { useSignal } from '@preact/signals';
import { LIMITS } from '#contract/paths.ts';
import { noteWarnings } from '#core/note-warning.ts';
import { outboxText } from '../text/outbox.ts';
import type { WireOutboxItem } from './item.ts';
import { again, type Case, type Resolution } from './resolve.ts';

interface MendNoteProps {
  readonly asked: Case;
  readonly onMended: (resolution: Resolution) => void;
}

function textOf(item: WireOutboxItem, field: 'note' | 'reason'): string {
  const body: Readonly<Record<string, unknown>> = 'body' in item ? { ...item.body } : { ...item };
  return typeof body[field] === 'string' ? body[field] : '';
}

export function MendNote({ asked, onMended }: MendNoteProps) {
  const { item, problem } = asked.refused;
  const words = outboxText.value;
  const field = problem.errors[0]?.field === '/reason' ? 'reason' : 'note';
  const text = useSignal(textOf(item, field));
  const isConfirmed = useSignal(false);
  const warns = noteWarnings(text.value).length > 0;
  const mended = (one: WireOutboxItem): WireOutboxItem => {
    if (one !== item || !('body' in one)) return one;
    const said = { [field]: text.value, noteConfirmed: isConfirmed.value };
    return { ...one, body: { ...one.body, ...said } } as WireOutboxItem;
  };
  return (
    <form
      class="choices"
      onSubmit={(event) => {
        event.preventDefault();
        onMended(again(asked, mended));
      }}
    >
      <label class="field">
        <span>{words.text}</span>
        <textarea
          rows={2}
          maxLength={LIMITS.note}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      {warns && (
        <label class="check-row">
          <input
            type="checkbox"
            checked={isConfirmed.value}
            onChange={(event) => {
              isConfirmed.value = event.currentTarget.checked;
            }}
          />
          {words.notPersonal}
        </label>
      )}
      <button type="submit" class="big-button accent" disabled={warns && !isConfirmed.value}>
        {words.save}
      </button>
    </form>
  );
}
