/** A button that must be held for 0.8 s, by finger, mouse or key, so that nothing ends by a brush of a glove. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export const HOLD_MS = 800;

interface HoldButtonProps {
  readonly onHeld: () => void;
  readonly disabled?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function HoldButton({
  onHeld,
  disabled = false,
  class: className = '',
  children,
}: HoldButtonProps) {
  const holding = useSignal(false);
  const timer = useRef(0);
  const release = () => {
    clearTimeout(timer.current);
    holding.value = false;
  };
  const press = () => {
    if (disabled || holding.value) return;
    holding.value = true;
    timer.current = window.setTimeout(() => {
      holding.value = false;
      navigator.vibrate?.(60);
      onHeld();
    }, HOLD_MS);
  };
  useEffect(() => release, []);
  const isKey = (event: KeyboardEvent) => event.key === 'Enter' || event.key === ' ';
  return (
    <button
      type="button"
      class={`hold-button ${className}${holding.value ? ' holding' : ''}`}
      disabled={disabled}
      onPointerDown={(event) => {
        // The page may shift under the pointer while it is held, as when a minute turns.
        event.currentTarget.setPointerCapture(event.pointerId);
        press();
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        press();
      }}
      onKeyUp={(event) => isKey(event) && release()}
      onBlur={release}
    >
      <span class="hold-fill" aria-hidden="true" />
      <span class="hold-label">{children}</span>
    </button>
  );
}
