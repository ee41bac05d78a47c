/** Which of the area's municipalities; empty: all. */
import { settings } from '../state/settings.ts';
import { incidentsText } from '../text/incidents.ts';

interface Props {
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** An import belongs to one. */
  readonly one?: boolean;
}

export function ChooseMunicipality({ value, onChange, one = false }: Props) {
  const words = incidentsText.value;
  const known = settings.value?.municipalities ?? [];
  if (known.length < 2) return null;
  return (
    <label class="field">
      <span>{words.municipality}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {!one && <option value="">{words.all}</option>}
        {known.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The first in the list: what most installations have alone. */
export const firstMunicipality = (): string => settings.value?.municipalities[0]?.code ?? '';
