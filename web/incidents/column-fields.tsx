/** Which column is what: guessed, and changed here. Each change reads the file again. */
import type { ComponentChildren } from 'preact';
import { DATE_ORDERS, GRIDS, type MappedField } from '#core/incidents/columns.ts';
import { incidentsText } from '../text/incidents.ts';
import { columns, type Preview, readFile } from './import-state.ts';

const FIELDS: readonly MappedField[] = [
  'from',
  'fromTime',
  'to',
  'toTime',
  'y',
  'x',
  'category',
  'count',
];
/** Without these nothing can be read. */
const NEEDED: ReadonlySet<MappedField> = new Set(['from', 'x', 'y']);

export function ColumnFields({ preview }: { preview: Preview }) {
  const words = incidentsText.value.columns;
  return (
    <fieldset class="incident-columns">
      <legend>{words.heading}</legend>
      <p class="muted">{preview.mapping ? words.hint : words.missing}</p>
      <div class="fields">
        {FIELDS.map((field) => (
          <ColumnField key={field} field={field} preview={preview} />
        ))}
        <Choice
          label={words.grid}
          value={columns.value.grid ?? 'wgs84'}
          onChange={(grid) => readFile({ grid: GRIDS.find((one) => one === grid) ?? 'wgs84' })}
        >
          {GRIDS.map((grid) => (
            <option key={grid} value={grid}>
              {words.grids[grid]}
            </option>
          ))}
        </Choice>
        <Choice
          label={words.dateOrder}
          value={columns.value.dateOrder ?? 'dmy'}
          onChange={(order) =>
            readFile({ dateOrder: DATE_ORDERS.find((one) => one === order) ?? 'dmy' })
          }
        >
          {DATE_ORDERS.map((order) => (
            <option key={order} value={order}>
              {words.dateOrders[order]}
            </option>
          ))}
        </Choice>
      </div>
      {preview.orderUnknown && (
        <p class="notice" role="status">
          {words.orderUnknown}
        </p>
      )}
    </fieldset>
  );
}

function ColumnField({ field, preview }: { field: MappedField; preview: Preview }) {
  const words = incidentsText.value.columns;
  const value = columns.value[field] ?? null;
  return (
    <Choice
      label={words.fields[field]}
      value={value === null ? '' : String(value)}
      onChange={(text) => readFile({ [field]: text === '' ? null : Number(text) })}
    >
      {(!NEEDED.has(field) || value === null) && <option value="">{words.none}</option>}
      {preview.columns.map(({ name, samples }, index) => {
        const sample = samples.find((text) => text !== '');
        return (
          <option key={index} value={String(index)}>
            {name}
            {sample && words.sample(sample)}
          </option>
        );
      })}
    </Choice>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => Promise<void>;
  readonly children: ComponentChildren;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => void onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
