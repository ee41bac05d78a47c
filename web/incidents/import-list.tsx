/** What has been imported, and the way to take it back. */
import { useSignal } from '@preact/signals';
import { may } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { incidentsText } from '../text/incidents.ts';
import { shellText } from '../text/shell.ts';
import { count } from './figures.ts';
import { type Import, imports, withdraw } from './import-state.ts';

export function ImportList() {
  const words = incidentsText.value.imports;
  const known = imports.value ?? [];
  return (
    <section aria-labelledby="imports-heading">
      <h2 id="imports-heading">{words.heading}</h2>
      {known.length === 0 ? (
        <p class="muted">{words.empty}</p>
      ) : (
        <div class="box" tabIndex={0} role="region" aria-label={words.heading}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.file}</th>
                <th scope="col">{words.span}</th>
                <th scope="col">{words.counts}</th>
                <th scope="col">{words.when}</th>
                <th scope="col">
                  <span class="visually-hidden">{words.withdraw}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {known.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Line({ one }: { one: Import }) {
  const words = incidentsText.value.imports;
  const { kept, doubles, refused } = one.counts;
  return (
    <tr class={one.withdrawnAt ? 'muted' : ''}>
      <th scope="row">
        {one.fileName} <span class="muted">{one.source}</span>
      </th>
      <td>
        {dateOf(one.firstAt)} – {dateOf(one.lastAt)}
      </td>
      <td>{words.kept(count(kept), count(doubles), count(refused))}</td>
      <td>
        {dateOf(one.importedAt)}, {words.harm.toLowerCase()} {words.version(one.harmVersion)}
      </td>
      <td>
        {one.withdrawnAt
          ? words.withdrawn(dateOf(one.withdrawnAt))
          : may('withdrawIncidentImport') && <Withdraw one={one} />}
      </td>
    </tr>
  );
}

/** What is deleted cannot be brought back: it is asked once, in place. */
function Withdraw({ one: { id, fileName } }: { one: Import }) {
  const words = incidentsText.value.imports;
  const isAsked = useSignal(false);
  if (!isAsked.value)
    return (
      <button
        type="button"
        class="button small quiet"
        aria-label={words.withdrawName(fileName)}
        onClick={() => {
          isAsked.value = true;
        }}
      >
        {words.withdraw}
      </button>
    );
  return (
    <div class="row" role="group" aria-label={words.withdrawName(fileName)}>
      <span>{words.withdrawSure}</span>
      <button type="button" class="button small danger" onClick={() => void withdraw(id)}>
        {words.withdrawYes}
      </button>
      <button
        type="button"
        class="button small"
        onClick={() => {
          isAsked.value = false;
        }}
      >
        {shellText.value.cancel}
      </button>
    </div>
  );
}
