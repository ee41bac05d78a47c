/** What a screen shows when there is nothing to show yet, or nothing it may show. */
import type { ComponentChildren } from 'preact';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';

export function Loading() {
  return (
    <div class="centered" role="status">
      <p class="muted">{shellText.value.loading}</p>
    </div>
  );
}

export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  return (
    <div class="centered" role="alert">
      <p>{problemText(error)}</p>
      {again && (
        <button type="button" class="button" onClick={again}>
          {shellText.value.again}
        </button>
      )}
    </div>
  );
}

/** An empty state: what is missing and the next step. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="centered">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function NoAccess() {
  const { title, text } = shellText.value.noAccess;
  return (
    <div class="centered">
      <h1>{title}</h1>
      <p class="muted">{text}</p>
    </div>
  );
}

export function NotFound() {
  const { title, text } = shellText.value.notFound;
  return (
    <div class="centered">
      <h1>{title}</h1>
      <p class="muted">{text}</p>
    </div>
  );
}
