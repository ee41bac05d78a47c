/** A number that can be asked: it opens its rows and its definition; without the right to the rows, its definition. */
import type { ComponentChildren } from 'preact';
import { may } from '../state/session.ts';
import { addressOfDefinition } from './definition-address.ts';
import { type OpenFigure, opened } from './state.ts';

interface FigureProps extends OpenFigure {
  readonly class?: string;
  /** -1 in a grid, where the arrow keys lead. */
  readonly tabIndex?: number;
  /** What is shown where that is more than the value. */
  readonly children?: ComponentChildren;
}

export function Figure({ class: className = '', tabIndex = 0, children, ...figure }: FigureProps) {
  const shown = children ?? figure.value;
  if (!may('getCoverageRows')) {
    return (
      <a class={`coverage-figure ${className}`} href={addressOfDefinition(figure.definition)}>
        {shown}
      </a>
    );
  }
  const name = [figure.title, figure.place, figure.value].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      class={`coverage-figure ${className}`}
      aria-label={name}
      aria-haspopup="dialog"
      tabIndex={tabIndex}
      onClick={(event) => {
        opened.value = { ...figure, opener: event.currentTarget };
      }}
    >
      {shown}
    </button>
  );
}
