/** The year before and after, and the municipality where there is a choice. Every choice is an address. */
import { useLocation } from 'preact-iso';
import { role } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { promisesText } from '../text/promises.ts';
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
      <Municipality scope={scope} go={go} />
    </div>
  );
}

interface MunicipalityProps {
  readonly scope: YearScope;
  readonly go: (change: Partial<YearScope>) => void;
}

/** The municipality's own people have no choice to make. */
function Municipality({ scope, go }: MunicipalityProps) {
  const words = promisesText.value;
  const known = settings.value?.municipalities ?? [];
  if (known.length < 2 || role.value === 'municipality') return null;
  return (
    <label>
      <span class="visually-hidden">{words.municipality}</span>
      <select
        value={scope.municipality}
        onChange={(event) => go({ municipality: event.currentTarget.value })}
      >
        <option value="">{words.allMunicipalities}</option>
        {known.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
