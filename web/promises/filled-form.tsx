/** A form that is filled, sent and filled again: what was typed stays until it is saved, and is saved once. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import { type FormValues, formValues } from './form-values.ts';

interface FilledFormProps {
  readonly class: string;
  readonly title: string;
  readonly save: string;
  /** A part of something, and not what the page is for. */
  readonly isSmall?: boolean;
  /** It has come because of a press elsewhere on the page. */
  readonly takesFocus?: boolean;
  /** Beside the button that saves. */
  readonly besides?: ComponentChildren;
  readonly children: ComponentChildren;
  /**
   * @param id of what is made or of its new version: the same for each try of one filling, so that a second press, or a
   *   try after an answer that never came, makes nothing twice
   * @returns whether it was saved; the form is then empty again
   */
  readonly onSave: (values: FormValues, id: string) => Promise<boolean>;
}

export function FilledForm({ title, save, besides, children, onSave, ...look }: FilledFormProps) {
  const Heading = look.isSmall ? 'h4' : 'h2';
  const filling = useSignal(0);
  const id = useRef(uuid());
  const isSaving = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (look.takesFocus) heading.current?.focus();
  }, []);
  useEffect(() => {
    // The button that had it is gone with the filling; whoever has gone on elsewhere keeps it there.
    const isLost = document.activeElement === document.body;
    if (filling.value > 0 && isLost) heading.current?.focus({ preventScroll: true });
  }, [filling.value]);
  const submit = async (form: HTMLFormElement) => {
    if (isSaving.value) return;
    isSaving.value = true;
    const isSaved = await onSave(formValues(form), id.current);
    isSaving.value = false;
    if (!isSaved) return;
    id.current = uuid();
    filling.value += 1;
  };
  return (
    <form
      key={filling.value}
      class={`${look.class} no-print`}
      aria-label={title}
      aria-busy={isSaving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <Heading ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
      <div class="row">
        <button
          type="submit"
          class={look.isSmall ? 'button small' : 'button primary'}
          aria-disabled={isSaving.value}
        >
          {save}
        </button>
        {besides}
      </div>
    </form>
  );
}
