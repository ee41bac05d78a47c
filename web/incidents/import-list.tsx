/** What has been imported, and the way to take it back. */
import { useSignal } from '@preact/signals';
import { Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { incidentsText } from '../text/incidents.ts';
import { shellText } from '../text/shell.ts';
import { count } from './figures.ts';
import {
  type Import,
  imports,
  importsProblem,
  isWithdrawing,
  loadImports,
  withdraw,
  withdrawn,
} from './kept-imports.ts';

export function ImportList() {
  const words = incidentsText.value.imports;
  return (
    <section aria-labelledby="imports-heading">
      <h2 id="imports-heading">{words.heading}</h2>
      <Withdrawn />
      {importsProblem.value !== null && (
        <Failed error={importsProblem.value} again={() => void loadImports()} />
      )}
      {imports.value ? <Known known={imports.value} /> : !importsProblem.value && <Loading />}
    </section>
  );
}

function Known({ known }: { known: readonly Import[] }) {
  const words = incidentsText.value.imports;
  if (known.length === 0) return <p class="muted">{words.empty}</p>;
  return (
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

/** What is deleted cannot be brought back: it is asked once, in place, with all that goes. */
function Withdraw({ one }: { one: Import }) {
  const words = incidentsText.value.imports;
  const isAsked = useSignal(false);
  const { fileName, counts, followers } = one;
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
    <div class="withdraw-sure" role="group" aria-label={words.withdrawName(fileName)}>
      <p>
        {words.withdrawSure(count(counts.kept))} {followers.map(followerWords).join(' ')}
      </p>
      <div class="row">
        <button
          type="button"
          class="button small danger"
          ref={takeFocus}
          disabled={isWithdrawing.value}
          onClick={() => void withdraw(one)}
        >
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
    </div>
  );
}

/** The button that was pressed is gone: what took its place has the focus. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

function followerWords({ fileName, rows }: Import['followers'][number]): string {
  const words = incidentsText.value.imports;
  return rows === null ? words.mayFollow(fileName) : words.follows(count(rows), fileName);
}

/** What was taken back, and what must be read in again. */
function Withdrawn() {
  const words = incidentsText.value.imports;
  const one = withdrawn.value;
  if (!one) return null;
  const again = [...new Set(one.followers.map(({ fileName }) => fileName))];
  return (
    <p class="notice" role="status" tabIndex={-1} ref={takeFocus}>
      {words.withdrawDone(one.fileName)} {again.length > 0 && words.readAgain(again.join(', '))}
    </p>
  );
}
