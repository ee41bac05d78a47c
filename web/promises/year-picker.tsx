/** The year before and after, and the municipality where there is a choice. Every choice is an address. */

import { useLocation } from 'preact-iso';
import { promisesText } from '../text/promises.ts';
import { MunicipalityChoice } from '../ui/municipality-choice.tsx';
import { addressOfYear, type YearScope } from './year-scope.ts';

interface YearPickerProps {
  readonly path: string;
  readonly scope: YearScope;
}

export function YearPicker({ path, scope }: YearPickerProps) {
  const { route } = useLocation();
  const words = promisesText.value;
  const go = (change: Partial<YearScope>) => route(addressOfYear(path, { ...scope, ...change }));
  const { year } = scope;
  return (
    <div class="year-picker no-print">
      <button
        type="button"
        class="button small"
        aria-label={words.previousYear(year - 1)}
        onClick={() => go({ year: year - 1 })}
      >
        <span aria-hidden="true">←</span>
      </button>
      <b>{year}</b>
      <button
        type="button"
        class="button small"
        aria-label={words.nextYear(year + 1)}
        onClick={() => go({ year: year + 1 })}
      >
        <span aria-hidden="true">→</span>
      </button>
      <MunicipalityChoice
        value={scope.municipality}
        label={promisesText.value.municipality}
        all={promisesText.value.allMunicipalities}
        onChoose={(municipality) => go({ municipality })}
      />
    </div>
  );
}
