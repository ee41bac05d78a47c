/** What the page does not show and why, and what it changes against the version before. */

import { decimal } from '../text/format.ts';
import { tertialText } from '../text/tertial.ts';
import type { TertialPage } from './state.ts';

type Hidden = TertialPage['hidden'][number];
type Difference = NonNullable<TertialPage['differences']>[number];
type Shown = Difference['before'];

interface PageProps {
  readonly page: TertialPage;
}

export function HiddenList({ page }: PageProps) {
  const words = tertialText.value;
  const { hidden } = page;
  return (
    <section class="tertial-lines">
      <h2>{words.hidden.heading}</h2>
      {hidden.length === 0 ? (
        <p class="muted">{words.hidden.none}</p>
      ) : (
        <>
          <p class="muted">{words.hidden.why}</p>
          <ul>
            {hidden.map(({ line, figure, why }) => (
              <li key={`${lineName(line)} ${figure}`}>
                {`${lineName(line)}, ${words.figures[figure]}: ${words.hidden[why]}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export function DifferenceList({ page }: PageProps) {
  const words = tertialText.value.differences;
  const { differences, version } = page;
  if (differences === null) return null;
  return (
    <section class="tertial-lines">
      <h2>{words.heading(version - 1)}</h2>
      {differences.length === 0 ? (
        <p class="muted">{words.none}</p>
      ) : (
        <ul>
          {differences.map((one) => (
            <li key={JSON.stringify(one)}>{differenceWords(one)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function lineName(line: Hidden['line']): string {
  const words = tertialText.value.line;
  if (line.table === 'promises') return words.promise(line.number);
  return line.table === 'places' ? line.name : words.sum;
}

function differenceWords({ line, kind, figure, before, after }: Difference): string {
  const words = tertialText.value;
  const name = lineName(line);
  if (kind !== 'figure' || figure === null) {
    return `${name}: ${words.differences[kind === 'figure' ? 'words' : kind]}`;
  }
  return `${name}, ${words.figures[figure]}: ${shownWords(before)} → ${shownWords(after)}`;
}

function shownWords(shown: Shown): string {
  const words = tertialText.value.differences;
  if (shown === null) return words.noFigure;
  if (shown.kind !== 'count') return words[shown.kind];
  return decimal(shown.count, Number.isInteger(shown.count) ? 0 : 1);
}
