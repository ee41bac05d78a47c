/** Which table of weights a report went by: it stands on the screen and on paper. */
import { evaluationText } from '../text/evaluation.ts';

interface Harm {
  readonly version: number;
  readonly name: string;
}

export function WeighedBy({ harm: { version, name } }: { harm: Harm }) {
  return <p class="muted">{evaluationText.value.weighed(version, name)}</p>;
}

/** How the figures of a page are reckoned. */
export function HowCounted({ lines }: { lines: readonly string[] }) {
  return (
    <details class="how">
      <summary>{evaluationText.value.how}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
