/** Tracker apps: linked with a code that is shown once, and unlinked. */
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { v7 as uuid } from 'uuid';
import { trackerPaths } from '#contract/paths.ts';
import { call } from '../api.ts';
import { useAct } from '../my-shift/act.ts';
import { ActError } from '../my-shift/act-error.tsx';
import { clock, dateOf } from '../text/format.ts';
import { gpsPageText } from '../text/gps-page.ts';
import { loadOwnGps } from './own-gps.ts';
import type { OwnGps } from './state.ts';

interface Code {
  readonly name: string;
  readonly token: string;
}

export function TrackerApps({ own }: { own: OwnGps }) {
  const act = useAct();
  const code = useSignal<Code | null>(null);
  const said = useSignal('');
  const words = gpsPageText.value;
  const linked = own.trackers.filter(({ revokedAt }) => revokedAt === null);
  const link = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form).get('name');
    const name = typeof given === 'string' ? given : '';
    act.run(async () => {
      const { token } = await call('linkTracker', { body: { id: uuid(), name } });
      code.value = { name, token };
      form.reset();
      await loadOwnGps();
    });
  };
  const unlink = (id: string, name: string) => async () => {
    await call('unlinkTracker', { params: { id } });
    said.value = words.unlinked(name);
    await loadOwnGps();
  };
  return (
    <section>
      <h2>{words.trackersTitle}</h2>
      <p>{words.trackersIntro}</p>
      {linked.length === 0 && <p>{words.noTrackers}</p>}
      <ul class="found-visits">
        {linked.map(({ id, name, lastSeenAt }) => (
          <li key={id}>
            <span>
              <b>{name}</b>{' '}
              {lastSeenAt
                ? words.lastSeen(`${dateOf(lastSeenAt)} ${clock(lastSeenAt)}`)
                : words.neverSeen}
            </span>
            <button
              type="button"
              class="big-button"
              aria-label={words.unlinkThis(name)}
              onClick={() => act.run(unlink(id, name))}
            >
              {words.unlink}
            </button>
          </li>
        ))}
      </ul>
      <form class="gps-form" onSubmit={link}>
        <label class="field">
          <span>{words.trackerName}</span>
          <input
            name="name"
            required
            maxLength={40}
            autocomplete="off"
            placeholder={words.trackerPlaceholder}
          />
        </label>
        <button type="submit" class="button" disabled={act.busy}>
          {words.link}
        </button>
      </form>
      <ActError act={act} />
      <p role="status" class={said.value ? 'notice' : 'visually-hidden'}>
        {said.value}
      </p>
      {code.value && (
        <CodeShown
          code={code.value}
          onDone={() => {
            code.value = null;
          }}
        />
      )}
    </section>
  );
}

function CodeShown({ code: { name, token }, onDone }: { code: Code; onDone: () => void }) {
  const words = gpsPageText.value;
  return (
    <div class="notice code-shown" role="status">
      <h3>{words.codeTitle(name)}</h3>
      <p>{words.codeOnce}</p>
      <p>
        <code class="code-text">{token}</code>
      </p>
      <p>
        {words.traccar}
        <br />
        <code>{`${location.origin}${trackerPaths.osmAnd}`}</code>
      </p>
      <p>
        {words.ownTracks}
        <br />
        <code>{`${location.origin}${trackerPaths.ownTracks}`}</code>
      </p>
      <button type="button" class="button" onClick={onDone}>
        {words.codeDone}
      </button>
    </div>
  );
}
