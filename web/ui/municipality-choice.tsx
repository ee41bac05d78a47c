/** One municipality or all. The municipality's own people have no choice to make. */
import { role } from '../state/session.ts';
import { settings } from '../state/settings.ts';

interface MunicipalityChoiceProps {
  /** Empty: all. */
  readonly value: string;
  readonly label: string;
  readonly all: string;
  readonly onChoose: (code: string) => void;
}

export function MunicipalityChoice({ value, label, all, onChoose }: MunicipalityChoiceProps) {
  const known = settings.value?.municipalities ?? [];
  if (known.length < 2 || role.value === 'municipality') return null;
  return (
    <label>
      <span class="visually-hidden">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {known.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
