/** The audit log, newest first: all that an auditor sees. */
import '../style/page.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { AUDIT_ACTIONS } from '#core/audit-action.ts';
import { ROLES } from '#core/model.ts';
import { call } from '../api.ts';
import { clock, dateOf } from '../text/format.ts';
import { logText } from '../text/log.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';

type Row = WireReply<'listAudit'>['rows'][number];

export function Log() {
  const rows = useSignal<readonly Row[]>([]);
  const next = useSignal<string | null>(null);
  const problem = useSignal<unknown>(null);
  const words = logText.value;
  const load = async (after?: string) => {
    try {
      const page = await call('listAudit', { query: after === undefined ? {} : { after } });
      rows.value = [...rows.value, ...page.rows];
      next.value = page.next;
    } catch (error) {
      problem.value = error;
    }
  };
  useEffect(() => {
    void load();
  }, []);
  return (
    <div class="page">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      <div class="box">
        <table>
          <thead>
            <tr>
              {Object.values(words.columns).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row) => (
              <LogRow key={row.seq} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {next.value !== null && (
        <button type="button" class="button" onClick={() => void load(next.value ?? undefined)}>
          {words.more}
        </button>
      )}
    </div>
  );
}

function LogRow({ row }: { row: Row }) {
  const details = Object.entries(row.detail).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  const action = AUDIT_ACTIONS.find((one) => one === row.action);
  const role = ROLES.find((one) => one === row.role);
  return (
    <tr>
      <td>{row.seq}</td>
      <td>
        {dateOf(row.at)} {clock(row.at)}
      </td>
      <td>{row.actor ?? logText.value.system}</td>
      <td>{role && shellText.value.roles[role]}</td>
      <td class="what">
        {action ? logText.value.actions[action] : row.action}
        <br />
        <span class="muted">
          {row.action} · {row.entity}
        </span>
      </td>
      <td>{details.join(', ')}</td>
    </tr>
  );
}
