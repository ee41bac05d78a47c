/** One patrol in the shift form. */
import type { TargetedInputEvent } from 'preact';
import { TRAVELS, type Travels } from '#core/model.ts';
import { planText } from '../text/plan.ts';
import type { PatrolDraft } from './shift-draft.ts';

interface FieldProps {
  readonly label: string;
  readonly type: 'date' | 'time' | 'text' | 'number';
  readonly value: string | number;
  readonly onInput: (value: string) => void;
}

export function Field({ label, type, value, onInput }: FieldProps) {
  const common = {
    required: true,
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  };
  return (
    <label class="field">
      <span>{label}</span>
      {type === 'number' && <input type="number" min={0} {...common} />}
      {type === 'text' && <input type="text" {...common} />}
      {type === 'date' && <input type="date" {...common} />}
      {type === 'time' && <input type="time" {...common} />}
    </label>
  );
}

interface PatrolFieldsProps {
  readonly patrol: PatrolDraft;
  readonly onChange: (change: Partial<PatrolDraft>) => void;
  readonly onRemove: () => void;
}

export function PatrolFields({ patrol, onChange, onRemove }: PatrolFieldsProps) {
  const words = planText.value.form;
  return (
    <fieldset class="patrol-fields">
      <legend>{patrol.callSign}</legend>
      <div class="fields">
        <Field
          label={words.callSign}
          type="text"
          value={patrol.callSign}
          onInput={(callSign) => onChange({ callSign })}
        />
        <Field
          label={words.officers}
          type="number"
          value={patrol.officers}
          onInput={(value) => onChange({ officers: Number(value) })}
        />
        <Field
          label={words.from}
          type="time"
          value={patrol.from}
          onInput={(from) => onChange({ from })}
        />
        <Field label={words.to} type="time" value={patrol.to} onInput={(to) => onChange({ to })} />
        <Field
          label={words.breakMin}
          type="number"
          value={patrol.breakMin}
          onInput={(value) => onChange({ breakMin: Number(value) })}
        />
        {patrol.breakMin > 0 && (
          <>
            <Field
              label={words.breakFrom}
              type="time"
              value={patrol.breakFrom}
              onInput={(breakFrom) => onChange({ breakFrom })}
            />
            <Field
              label={words.breakTo}
              type="time"
              value={patrol.breakTo}
              onInput={(breakTo) => onChange({ breakTo })}
            />
          </>
        )}
        <label class="field travels">
          <span>{words.travels}</span>
          <select
            value={patrol.travels}
            onChange={(event) => onChange({ travels: event.currentTarget.value as Travels })}
          >
            {TRAVELS.map((one) => (
              <option key={one} value={one}>
                {planText.value.travels[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {patrol.travels === 'car' && <p class="muted">{planText.value.travels.carHelp}</p>}
      <button type="button" class="button small quiet" onClick={onRemove}>
        {words.removePatrol}
      </button>
    </fieldset>
  );
}
