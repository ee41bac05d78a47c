/** Doses of a day as dots: full = made, half = planned, dashed ring = missing; small where it is beyond what is wanted. */
import { weekText } from '../text/week.ts';
import { type DosesOfDay, dotsOf } from './dots.ts';

export function WeekDots({ day }: { day: DosesOfDay }) {
  return (
    <span class="week-dots" aria-hidden="true">
      {dotsOf(day).map((kind, index) => (
        <i key={index} class={index >= day.wanted ? `${kind} beyond` : kind} />
      ))}
    </span>
  );
}

/** What the signs of the table mean. */
export function WeekLegend() {
  const words = weekText.value.legend;
  return (
    <ul class="week-legend" aria-label={words.label}>
      {(['made', 'planned', 'wanted'] as const).map((kind) => (
        <li key={kind}>
          <i class={kind} aria-hidden="true" />
          {words[kind]}
        </li>
      ))}
      <li>
        <i class="planned beyond" aria-hidden="true" />
        {words.beyond}
      </li>
      <li>
        <span class="rule-break" aria-hidden="true">
          ▲
        </span>
        {words.broken}
      </li>
      <li>
        <i class="closed" aria-hidden="true" />
        {words.closed}
      </li>
    </ul>
  );
}
