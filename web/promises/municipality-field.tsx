/** Whose it is, where there is a choice: the municipality's own people have none. */
import { role } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { promisesText } from '../text/promises.ts';

interface MunicipalityFieldProps {
  readonly chosen: string;
  readonly onChoose?: (code: string) => void;
}

/** Sends `municipality`; not there where there is nothing to choose. */
export function MunicipalityField({ chosen, onChoose }: MunicipalityFieldProps) {
  const known = settings.value?.municipalities ?? [];
  if (known.length < 2 || role.value === 'municipality') return null;
  return (
    <label class="field">
      <span>{promisesText.value.municipality}</span>
      <select name="municipality" onChange={(event) => onChoose?.(event.currentTarget.value)}>
        {known.map(({ code, name }) => (
          <option key={code} value={code} selected={code === chosen}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
