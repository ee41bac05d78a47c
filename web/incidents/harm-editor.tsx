/** Weighs and names categories anew; the words by which files are understood too. */
import { type Signal, useSignal } from '@preact/signals';
import { incidentsText } from '../text/incidents.ts';
import { shellText } from '../text/shell.ts';
import { type HarmTables, saveHarmTable } from './harm-state.ts';

type Table = HarmTables['newest'];
type Category = Table['categories'][number];

interface EditorProps {
  readonly table: Table;
  readonly onDone: () => void;
}

/** A code that no category has, kept with its incidents whatever it will be called. */
function freshCode(categories: readonly Category[]): string {
  const taken = new Set(categories.map(({ code }) => code));
  for (let number = categories.length + 1; ; number += 1) {
    if (!taken.has(`c${number}`)) return `c${number}`;
  }
}

export function HarmEditor({ table, onDone }: EditorProps) {
  const words = incidentsText.value.harm;
  const name = useSignal(table.name);
  const categories = useSignal<readonly Category[]>(table.categories);
  const save = async () => {
    const body = { name: name.value, categories: [...categories.value] };
    if (await saveHarmTable(body, table.version)) onDone();
  };
  return (
    <form
      class="harm-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="field">
        <span>{words.name}</span>
        <input
          type="text"
          required
          maxLength={80}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="muted">{words.wordsHint}</p>
      {categories.value.map((category, index) => (
        <CategoryFields key={category.code} categories={categories} index={index} />
      ))}
      <div class="row">
        <button
          type="button"
          class="button small"
          onClick={() => {
            const code = freshCode(categories.value);
            const fresh = { code, name: words.fresh, weight: 1, words: [] };
            categories.value = [...categories.value, fresh];
          }}
        >
          {words.add}
        </button>
        <button type="submit" class="button small primary">
          {words.save}
        </button>
        <button type="button" class="button small" onClick={onDone}>
          {shellText.value.cancel}
        </button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly categories: Signal<readonly Category[]>;
  readonly index: number;
}

function CategoryFields({ categories, index }: FieldsProps) {
  const words = incidentsText.value.harm;
  const category = categories.value[index];
  if (!category) return null;
  const change = (part: Partial<Category>) => {
    categories.value = categories.value.with(index, { ...category, ...part });
  };
  const labelled = (label: string) => `${label}: ${category.name}`;
  return (
    <div class="harm-row">
      <input
        type="text"
        required
        maxLength={60}
        aria-label={labelled(words.category)}
        value={category.name}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <input
        type="number"
        required
        min={0}
        max={100_000}
        step="any"
        aria-label={labelled(words.weight)}
        value={category.weight}
        onChange={(event) => change({ weight: weightOf(event.currentTarget) ?? category.weight })}
      />
      <input
        type="text"
        aria-label={labelled(words.words)}
        value={category.words.join(', ')}
        onChange={(event) => change({ words: wordsOf(event.currentTarget.value) })}
      />
    </div>
  );
}

/** Null: the field is empty or holds no number, which the form itself refuses. */
const weightOf = ({ valueAsNumber }: HTMLInputElement): number | null =>
  Number.isNaN(valueAsNumber) ? null : valueAsNumber;

const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word.length > 1);
