/** A text field that warns where it looks like data on a person; whoever knows that it is none says so, and then it may be sent. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { LIMITS } from '#contract/paths.ts';
import { noteWarnings } from '#core/note-warning.ts';
import { promisesText } from '../text/promises.ts';

interface WatchedFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly maxLength: number;
  readonly initial?: string;
  readonly rows?: number;
  readonly list?: string;
  /** Takes the focus when it comes. */
  readonly hasFocus?: boolean;
  readonly onText?: (text: string) => void;
}

/** Sends `noteConfirmed` along as a checkbox of its own name once it warns. */
export function WatchedField({ name, label, hint, initial = '', ...field }: WatchedFieldProps) {
  const text = useSignal(initial);
  const warns = noteWarnings(text.value).length > 0;
  const { rows, list, maxLength, onText, hasFocus = false } = field;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, []);
  const common = {
    name,
    maxLength,
    required: true,
    value: text.value,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      text.value = event.currentTarget.value;
      onText?.(text.value);
    },
  };
  return (
    <div class="watched">
      <label class="field">
        <span>
          {label}
          {hint && <span class="hint"> – {hint}</span>}
        </span>
        {rows ? (
          <textarea rows={rows} {...common} />
        ) : (
          <input ref={input} type="text" autocomplete="off" list={list} {...common} />
        )}
      </label>
      {warns && <PersonalWarning />}
    </div>
  );
}

function PersonalWarning() {
  const words = promisesText.value.personal;
  return (
    <div role="alert" class="notice error">
      {words.warning}
      <label class="check-row">
        <input type="checkbox" name="noteConfirmed" required />
        {words.confirm}
      </label>
    </div>
  );
}

export interface ReasonSaid {
  readonly reason: string;
  readonly noteConfirmed: boolean;
}

/** What asks for a reason before something is struck or withdrawn. */
export function ReasonForm({
  label,
  about,
  onReason,
  onCancel,
  cancel,
}: {
  readonly label: string;
  /** What is struck, where it stands some way off. */
  readonly about?: string;
  readonly cancel: string;
  readonly onReason: (said: ReasonSaid) => unknown;
  readonly onCancel: () => void;
}) {
  const words = promisesText.value;
  return (
    <form
      class="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const reason = data.get('reason');
        const noteConfirmed = data.get('noteConfirmed') !== null;
        if (typeof reason === 'string') onReason({ reason, noteConfirmed });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <WatchedField
        name="reason"
        label={words.reason}
        {...(about && { hint: about })}
        maxLength={LIMITS.note}
        hasFocus
      />
      <button type="submit" class="button small">
        {label}
      </button>
      <button type="button" class="button small quiet" onClick={onCancel}>
        {cancel}
      </button>
    </form>
  );
}
