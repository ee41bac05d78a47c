/** The row of a hot spot, opened: all its measures, what can be learned of it, and its windows as a calendar. */
import { addressOf } from '../api.ts';
import { may } from '../state/session.ts';
import { coverageText } from '../text/coverage.ts';
import { Habits } from './habits.tsx';
import { Measures } from './measures.tsx';
import type { HotSpotLine } from './state.ts';

export function PlaceDetail({ line }: { line: HotSpotLine }) {
  const { hotSpotId, code, name, figures } = line;
  return (
    <div class="place-detail">
      <Measures figures={figures} place={`${code} ${name}`} rows={{ hotSpotId }} />
      <Habits line={line} />
      {may('exportWindowsIcs') && (
        <a
          class="no-print"
          href={addressOf('exportWindowsIcs', { id: hotSpotId })}
          download
          target="_self"
        >
          {coverageText.value.export.windows(code)}
        </a>
      )}
    </div>
  );
}
