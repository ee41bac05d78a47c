/** Accounts: made, changed and shut by an admin. Each reading of the list is logged. */
import '../style/page.css';
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { ROLES, type Role } from '#core/model.ts';
import { call } from '../api.ts';
import { settings } from '../state/settings.ts';
import { accountsText } from '../text/accounts.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';

type User = WireReply<'listUsers'>['users'][number];

export function Accounts() {
  const users = useSignal<readonly User[]>([]);
  const problem = useSignal<unknown>(null);
  const said = useSignal('');
  const words = accountsText.value;
  const load = async () => {
    users.value = (await call('listUsers', {})).users;
  };
  const run = async (work: () => Promise<string>) => {
    try {
      said.value = await work();
      problem.value = null;
      await load();
    } catch (error) {
      problem.value = error;
    }
  };
  useEffect(() => {
    void run(async () => '');
  }, []);
  return (
    <div class="page">
      <h1>{words.title}</h1>
      <NewAccount run={(work) => void run(work)} />
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      <p role="status" class={said.value ? 'notice' : 'visually-hidden'}>
        {said.value}
      </p>
      <div class="box">
        <table>
          <thead>
            <tr>
              {[words.username, words.displayName, words.role, words.state, words.actions].map(
                (column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {users.value.map((user) => (
              <Account key={user.id} user={user} run={(work) => void run(work)} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type Run = (work: () => Promise<string>) => void;

function Account({ user, run }: { user: User; run: Run }) {
  const words = accountsText.value;
  const change = (body: { role?: Role; disabled?: boolean }) =>
    run(async () => {
      await call('updateUser', { params: { id: user.id }, body, ifMatch: user.revision });
      return words.saved;
    });
  const revoke = () =>
    run(async () =>
      words.revoked((await call('revokeSessions', { params: { id: user.id } })).removed),
    );
  const state = [user.trial && words.trial, user.disabled && words.disabled]
    .filter(Boolean)
    .join(', ');
  return (
    <tr>
      <th scope="row">{user.username}</th>
      <td>{user.displayName}</td>
      <td>
        <select
          aria-label={`${words.role}: ${user.username}`}
          value={user.role}
          onChange={(event) => {
            const role = ROLES.find((one) => one === event.currentTarget.value);
            if (role) change({ role });
          }}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {shellText.value.roles[role]}
            </option>
          ))}
        </select>
      </td>
      <td>{state}</td>
      <td>
        <div class="row">
          <button
            type="button"
            class="button small"
            onClick={() => change({ disabled: !user.disabled })}
          >
            {user.disabled ? words.enable : words.disable}
          </button>
          <button type="button" class="button small" onClick={revoke}>
            {words.revoke}
          </button>
        </div>
      </td>
    </tr>
  );
}

function NewAccount({ run }: { run: Run }) {
  const words = accountsText.value;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const said = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const role = ROLES.find((one) => one === said('role')) ?? 'patrol';
    const body = {
      id: uuid(),
      username: said('username'),
      displayName: said('displayName'),
      role,
      municipality: said('municipality') || null,
      password: said('password'),
    };
    run(async () => {
      await call('createUser', { body });
      form.reset();
      return words.saved;
    });
  };
  return (
    <form class="fields" onSubmit={submit}>
      <label class="field">
        <span>{words.username}</span>
        <input name="username" required autocomplete="off" />
      </label>
      <label class="field">
        <span>{words.displayName}</span>
        <input name="displayName" required />
      </label>
      <label class="field">
        <span>{words.role}</span>
        <select name="role">
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {shellText.value.roles[role]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.municipality}</span>
        <select name="municipality">
          <option value="">{words.none}</option>
          {settings.value?.municipalities.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.password}</span>
        <input
          name="password"
          type="password"
          required
          minLength={12}
          autocomplete="new-password"
        />
      </label>
      <button type="submit" class="button primary">
        {words.make}
      </button>
    </form>
  );
}
