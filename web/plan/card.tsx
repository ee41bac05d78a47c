/** The card beside the map; on a phone a sheet from the lower edge. Escape closes it and leads back to where it was opened. */
import type { ComponentChildren } from 'preact';
import { shellText } from '../text/shell.ts';
import { selection } from './state.ts';

interface CardProps {
  readonly title: ComponentChildren;
  /** At the title's right: a time, a call sign. */
  readonly about?: ComponentChildren;
  /** What is focused when the card is closed, as a selector. */
  readonly back: string;
  readonly children: ComponentChildren;
}

export function Card({ title, about, back, children }: CardProps) {
  const close = () => {
    selection.value = null;
    document.querySelector<HTMLElement>(back)?.focus();
  };
  return (
    <section
      class="why-card"
      aria-live="polite"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <h2 tabIndex={-1}>
        <span>{title}</span>
        {about && <span class="num">{about}</span>}
        <button
          type="button"
          class="button small quiet close"
          aria-label={shellText.value.close}
          onClick={close}
        >
          ×
        </button>
      </h2>
      {children}
    </section>
  );
}

/** Leads the keyboard to the card, where the action that opened it is far from it. */
export function focusCard(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.why-card h2')?.focus());
}
