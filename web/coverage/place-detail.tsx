/** The row of a hot spot, opened: its rates and losses, all its measures, what can be learned of it, how it is known. */
import { addressOf } from '../api.ts';
import { may } from '../state/session.ts';
import { coverageText } from '../text/coverage.ts';
import { Habits } from './habits.tsx';
import { Measures } from './measures.tsx';
import type { GapKind } from './period.ts';
import { Rates } from './rates.tsx';
import { Sources } from './sources.tsx';
import type { HotSpotLine } from './state.ts';

interface PlaceDetailProps {
  readonly line: HotSpotLine;
  readonly isOver: boolean;
  readonly gapKind: GapKind;
}

export function PlaceDetail({ line, isOver, gapKind }: PlaceDetailProps) {
  const { hotSpotId, code, name, figures } = line;
  const { heading } = coverageText.value.sources;
  const whose = { place: `${code} ${name}`, of: { hotSpotId } };
  return (
    <div class="place-detail">
      <Rates figures={figures} isOver={isOver} {...whose} />
      <Measures figures={figures} {...whose} gapKind={gapKind} />
      <div class="place-columns">
        <Habits line={line} />
        <section aria-label={`${heading}, ${whose.place}`}>
          <h3>{heading}</h3>
          <Sources figures={figures} {...whose} />
        </section>
      </div>
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
