/** Making or changing a shift: 21–07 with two patrols is one click away from saved. */
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { v7 as uuid } from 'uuid';
import { call } from '../api.ts';
import { settings } from '../state/settings.ts';
import { planText } from '../text/plan.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';
import { choose, deleteShift, loadShifts } from './load.ts';
import { Field, PatrolFields } from './patrol-fields.tsx';
import type { ShiftReply } from './replies.ts';
import { bodyOf, draftOf, newPatrol, type PatrolDraft, type ShiftDraft } from './shift-draft.ts';

interface ShiftFormProps {
  readonly shift: ShiftReply | null;
  readonly onDone: () => void;
}

export function ShiftForm({ shift, onDone }: ShiftFormProps) {
  const draft = useSignal(draftOf(shift));
  const problem = useSignal<unknown>(null);
  const words = planText.value.form;
  const set = (change: Partial<ShiftDraft>) => {
    draft.value = { ...draft.value, ...change };
  };
  const setPatrol = (id: string, change: Partial<PatrolDraft>) => {
    set({
      patrols: draft.value.patrols.map((patrol) =>
        patrol.id === id ? { ...patrol, ...change } : patrol,
      ),
    });
  };
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      const id = shift?.id ?? uuid();
      const body = bodyOf(draft.value);
      if (shift) await call('updateShift', { params: { id }, body, ifMatch: shift.revision });
      else await call('createShift', { body: { id, ...body } });
      await loadShifts();
      await choose(id);
      onDone();
    } catch (error) {
      problem.value = error;
    }
  };
  const remove = async (gone: ShiftReply) => {
    try {
      await deleteShift(gone);
      onDone();
    } catch (error) {
      problem.value = error;
    }
  };
  const { date, from, to, municipality, patrols } = draft.value;
  return (
    <form class="shift-form" onSubmit={(event) => void submit(event)}>
      <h1>{shift ? planText.value.editShift : planText.value.newShift}</h1>
      <div class="fields">
        <Field
          label={words.date}
          type="date"
          value={date}
          onInput={(value) => set({ date: value })}
        />
        <Field
          label={words.from}
          type="time"
          value={from}
          onInput={(value) =>
            set({
              from: value,
              patrols: patrols.map((patrol) =>
                patrol.from === from ? { ...patrol, from: value } : patrol,
              ),
            })
          }
        />
        <Field
          label={words.to}
          type="time"
          value={to}
          onInput={(value) =>
            set({
              to: value,
              patrols: patrols.map((patrol) =>
                patrol.to === to ? { ...patrol, to: value } : patrol,
              ),
            })
          }
        />
      </div>
      <MunicipalityField value={municipality} onChange={(code) => set({ municipality: code })} />
      {patrols.map((patrol) => (
        <PatrolFields
          key={patrol.id}
          patrol={patrol}
          onChange={(change) => setPatrol(patrol.id, change)}
          onRemove={() => set({ patrols: patrols.filter(({ id }) => id !== patrol.id) })}
        />
      ))}
      <button
        type="button"
        class="button small"
        onClick={() => set({ patrols: [...patrols, newPatrol(patrols.length, from, to)] })}
      >
        {words.addPatrol}
      </button>
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      <div class="row sticky">
        <button type="button" class="button" onClick={onDone}>
          {shellText.value.cancel}
        </button>
        <button type="submit" class="button primary">
          {words.save}
        </button>
      </div>
      {shift && (
        <button type="button" class="button small danger" onClick={() => void remove(shift)}>
          {planText.value.deleteShift}
        </button>
      )}
    </form>
  );
}

interface MunicipalityFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function MunicipalityField({ value, onChange }: MunicipalityFieldProps) {
  return (
    <label class="field">
      <span>{planText.value.form.municipality}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {settings.value?.municipalities.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
