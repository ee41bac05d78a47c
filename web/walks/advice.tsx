/** Where a walk departs from the method: told once, calmly, and never in the way. */
import { walksText } from '../text/walks.ts';
import type { Report } from './state.ts';

type OneAdvice = Report['advice'][number];

export function Advice({ advice }: { advice: Report['advice'] }) {
  if (advice.length === 0) return null;
  return (
    <details class="advice no-print">
      <summary>{walksText.value.advice.title}</summary>
      <ul>
        {advice.map((one) => (
          <li key={adviceText(one)}>{adviceText(one)}</li>
        ))}
      </ul>
    </details>
  );
}

function adviceText(one: OneAdvice): string {
  const words = walksText.value;
  if (one.kind === 'many-participants') return words.advice.participants(one.participants);
  if (one.kind === 'missing-meeting') return words.advice.missing[one.meeting];
  return words.advice.spacing(words.meetings[one.meeting], one.days);
}
