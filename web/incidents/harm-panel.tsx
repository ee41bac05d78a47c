/** The table of weights: read by all who read the reports, changed by a new version. */
import { useSignal } from '@preact/signals';
import { may } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { incidentsText } from '../text/incidents.ts';
import { problemText } from '../text/problem.ts';
import { HarmEditor } from './harm-editor.tsx';
import { type HarmTables, harmProblem, harmTables } from './harm-state.ts';

export function HarmPanel() {
  const words = incidentsText.value.harm;
  const isEditing = useSignal(false);
  const tables = harmTables.value;
  return (
    <section class="harm-panel" aria-labelledby="harm-heading">
      <h2 id="harm-heading">{words.heading}</h2>
      <p class="muted">{words.intro}</p>
      {harmProblem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(harmProblem.value)}
        </p>
      )}
      {tables && (
        <p>
          <strong>{words.current(tables.newest.version, tables.newest.name)}</strong>
          {tables.newest.madeAt && `, ${words.since(dateOf(tables.newest.madeAt))}`}
        </p>
      )}
      {tables && !isEditing.value && <Categories newest={tables.newest} />}
      {tables && isEditing.value && (
        <HarmEditor
          table={tables.newest}
          onDone={() => {
            isEditing.value = false;
          }}
        />
      )}
      {may('setHarmTable') && !isEditing.value && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            isEditing.value = true;
          }}
        >
          {words.edit}
        </button>
      )}
      {tables && tables.versions.length > 1 && <Versions versions={tables.versions} />}
    </section>
  );
}

function Categories({ newest }: { newest: HarmTables['newest'] }) {
  const words = incidentsText.value.harm;
  return (
    <div class="box" tabIndex={0} role="region" aria-label={words.heading}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.category}</th>
            <th scope="col" class="num">
              {words.weight}
            </th>
            <th scope="col">{words.words}</th>
          </tr>
        </thead>
        <tbody>
          {newest.categories.map(({ code, name, weight, words: of }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td class="num">{weight}</td>
              <td class="what muted">{of.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Versions({ versions }: { versions: HarmTables['versions'] }) {
  const words = incidentsText.value.harm;
  return (
    <details>
      <summary>{words.versions}</summary>
      <ul>
        {versions.slice(1).map(({ version, name, madeAt }) => (
          <li key={version}>
            {words.current(version, name)}
            {madeAt && `, ${words.since(dateOf(madeAt))}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
