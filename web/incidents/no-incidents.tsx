/** What a page says that has nothing to judge by yet, and where to begin. */
import { Empty } from '../frame/states.tsx';
import { evaluationText } from '../text/evaluation.ts';

export function NoIncidents() {
  const words = evaluationText.value.noData;
  return (
    <Empty title={words.title}>
      <p class="muted">{words.text}</p>
      <a class="button" href="/tackning/handelser">
        {words.link}
      </a>
    </Empty>
  );
}
