/** Beside the page: what a figure means, and the rows it was counted from. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { DAY_MS } from '#core/calendar/duration.ts';
import { call } from '../api.ts';
import { Failed } from '../frame/states.tsx';
import { coverageText } from '../text/coverage.ts';
import { clock, dateOf, longHours, shortDate } from '../text/format.ts';
import { shellText } from '../text/shell.ts';
import { addressOfDefinition } from './definition-address.ts';
import { whole } from './numbers.ts';
import type { Scope } from './period.ts';
import { type OpenedFigure, type OpenFigure, opened, queryOf, redrawn, report } from './state.ts';

type Page = WireReply<'getCoverageRows'>;
type Row = Page['rows'][number];

export function RowsPanel({ scope }: { scope: Scope }) {
  const figure = opened.value;
  if (!figure) return null;
  return (
    <Panel
      key={JSON.stringify([figure.rows, figure.title, figure.place, scope])}
      figure={figure}
      scope={scope}
    />
  );
}

function Panel({ figure, scope }: { figure: OpenedFigure; scope: Scope }) {
  const words = coverageText.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    return () => figure.opener.focus();
  }, []);
  const close = () => {
    opened.value = null;
  };
  return (
    <div
      class="rows-panel no-print"
      role="dialog"
      aria-labelledby="rows-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header>
        <div>
          <h2 id="rows-heading" ref={heading} tabIndex={-1}>
            {figure.title}
          </h2>
          <p class="muted">{figure.place}</p>
        </div>
        <strong>{figure.value}</strong>
        <button type="button" class="button small quiet" onClick={close}>
          {shellText.value.close}
        </button>
      </header>
      <details open>
        <summary>{words.rows.definition}</summary>
        <p>{words.definitions[figure.definition]}</p>
        <p class="muted">
          {words.rows.version(report.value?.definitions ?? '')}
          {' · '}
          <a href={addressOfDefinition(figure.definition)}>{words.rows.allDefinitions}</a>
        </p>
      </details>
      {redrawn.value && <p>{words.rows.onBordersThen}</p>}
      <Rows figure={figure} scope={scope} />
    </div>
  );
}

function Rows({ figure, scope }: { figure: OpenFigure; scope: Scope }) {
  const words = coverageText.value.rows;
  const rows = useSignal<readonly Row[]>([]);
  const next = useSignal<string | null>(null);
  const state = useSignal<'loading' | 'done' | 'failed'>('loading');
  const error = useSignal<unknown>(null);
  const load = async () => {
    state.value = 'loading';
    const after = next.value === null ? {} : { after: next.value };
    try {
      const query = { ...queryOf(scope), ...figure.rows, ...after, limit: '100' };
      const page = await call('getCoverageRows', { query });
      rows.value = [...rows.value, ...page.rows];
      next.value = page.next;
      state.value = 'done';
    } catch (problem) {
      error.value = problem;
      state.value = 'failed';
    }
  };
  useEffect(() => void load(), []);
  if (state.value === 'failed') return <Failed error={error.value} again={() => void load()} />;
  const isEmpty = state.value === 'done' && rows.value.length === 0;
  return (
    <div class="rows-list">
      <p role="status" class="muted">
        {state.value === 'loading'
          ? words.loading
          : isEmpty
            ? words.empty
            : words.shown(rows.value.length)}
        {next.value !== null && ' +'}
      </p>
      {rows.value.length > 0 && <RowsTable rows={rows.value} figure={figure} />}
      {next.value !== null && (
        <button type="button" class="button" onClick={() => void load()}>
          {words.more}
        </button>
      )}
    </div>
  );
}

function RowsTable({ rows, figure }: { rows: readonly Row[]; figure: OpenFigure }) {
  const words = coverageText.value.rows;
  return (
    <table>
      <caption class="visually-hidden">{words.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.place}</th>
          <th scope="col" class="num">
            {words.minutes}
          </th>
          <th scope="col">{words.about}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{dateOf(row.from)}</td>
            <td>
              {clock(row.from)}–{endOf(row)}
            </td>
            <td title={row.name}>{row.code}</td>
            <td class="num">{whole(row.minutes)}</td>
            <td>{detailOf(row, figure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `06:10`, with the day where it is another one than the beginning's. */
function endOf({ from, to }: Row): string {
  const isSameDay = dateOf(from) === dateOf(to);
  const isNextMorning = Date.parse(to) - Date.parse(from) < DAY_MS / 2;
  return isSameDay || isNextMorning ? clock(to) : `${shortDate(dateOf(to))} ${clock(to)}`;
}

function detailOf(row: Row, { rows: { kind }, definition }: OpenFigure): string {
  const { rows: words, losses, sources } = coverageText.value;
  if (kind === 'gap') {
    return [longHours(row.minutes / 60), row.edge && words.edge].filter(Boolean).join(' · ');
  }
  if (kind === 'promised') return words.answered(row.answered ?? 0, row.doses);
  const lost = row.loss === null ? words.noReason : losses.reasons[row.loss].toLowerCase();
  const said = [
    row.callSign,
    definition === 'personMinutes' && words.officers(row.officers ?? 0),
    kind === 'lost' && lost,
    row.source && sources.names[row.source].toLowerCase(),
    kind === 'present' && (row.doses > 0 ? words.dose : words.short),
    row.late && words.late,
  ];
  return said.filter(Boolean).join(' · ');
}
