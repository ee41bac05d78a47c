/** Borders from files or pasted coordinates: seen and judged before any becomes a hot spot. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import type { HotSpotGeometry } from '#core/model.ts';
import { call } from '../api.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { problemText } from '../text/problem.ts';
import { newPlaceBody } from './new-place.ts';
import type { SkippedShape } from './read-shapes.ts';
import { dashed, keep, leaveDrawing, type Verdict } from './state.ts';
import { findings, sizeOf } from './verdict-view.tsx';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly geometry: HotSpotGeometry;
  readonly verdict: Verdict;
  readonly isTaken: boolean;
}

async function judged(geometry: HotSpotGeometry): Promise<Verdict> {
  return call('checkGeometry', { body: { geometry: { ...geometry }, hotSpotId: null } });
}

export function ImportPanel() {
  const found = useSignal<readonly Found[]>([]);
  const skipped = useSignal<readonly SkippedShape[]>([]);
  const problem = useSignal<unknown>(null);
  const made = useSignal(0);
  const words = hotSpotsText.value.importing;
  useEffect(() => {
    dashed.value = found.value.map(({ geometry }) => geometry);
  }, [found.value]);
  useEffect(
    () => () => {
      dashed.value = [];
    },
    [],
  );
  const read = async (text: string, fileName: string) => {
    try {
      const { readShapes } = await import('./read-shapes.ts');
      const { shapes, skipped: left } = readShapes(text, fileName);
      const all: Found[] = [];
      for (const [index, { name, code, geometry }] of shapes.entries()) {
        const verdict = await judged(geometry);
        all.push({
          id: uuid(),
          name,
          code: code ?? `N${index + 1}`,
          geometry,
          verdict,
          isTaken: verdict.ok,
        });
      }
      found.value = all;
      skipped.value = left;
      problem.value = null;
    } catch (error) {
      problem.value = error;
    }
  };
  const set = (id: string, change: Partial<Found>) => {
    found.value = found.value.map((one) => (one.id === id ? Object.assign({}, one, change) : one));
  };
  const make = async () => {
    try {
      for (const one of found.value.filter(({ isTaken, verdict }) => isTaken && verdict.ok)) {
        keep(await call('createHotSpot', { body: newPlaceBody(one) }));
        made.value += 1;
        found.value = found.value.filter(({ id }) => id !== one.id);
      }
      leaveDrawing();
    } catch (error) {
      problem.value = error;
    }
  };
  const count = found.value.filter(({ isTaken, verdict }) => isTaken && verdict.ok).length;
  return (
    <div class="import-panel">
      <h2>{words.title}</h2>
      <p class="muted">{words.text}</p>
      <Sources onRead={(text, name) => void read(text, name)} />
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      {found.value.length > 0 && <p role="status">{words.found(found.value.length)}</p>}
      <ul class="found-list">
        {found.value.map((one) => (
          <FoundRow key={one.id} found={one} onChange={(change) => set(one.id, change)} />
        ))}
      </ul>
      {skipped.value.length > 0 && (
        <section>
          <h3>{words.skipped}</h3>
          <ul>
            {skipped.value.map(({ what, why }) => (
              <li key={`${what} ${why}`}>
                {what}: {words.reasons[why]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="row">
        <button type="button" class="button" onClick={leaveDrawing}>
          {hotSpotsText.value.border.cancel}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={count === 0}
          onClick={() => void make()}
        >
          {words.make(count)}
        </button>
      </div>
    </div>
  );
}

function Sources({ onRead }: { onRead: (text: string, fileName: string) => void }) {
  const pasted = useSignal('');
  const words = hotSpotsText.value.importing;
  const take = async (file: File | undefined) => {
    if (file) onRead(await file.text(), file.name);
  };
  return (
    <div
      class="drop-zone"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="field">
        <span>{words.file}</span>
        <input
          type="file"
          accept=".geojson,.json,.kml,.txt,.csv"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <label class="field">
        <span>{words.paste}</span>
        <textarea
          rows={4}
          value={pasted.value}
          onInput={(event) => {
            pasted.value = event.currentTarget.value;
          }}
        />
      </label>
      <button
        type="button"
        class="button small"
        disabled={pasted.value.trim() === ''}
        onClick={() => onRead(pasted.value, `${words.pasted}.txt`)}
      >
        {words.read}
      </button>
    </div>
  );
}

function FoundRow({
  found,
  onChange,
}: {
  found: Found;
  onChange: (change: Partial<Found>) => void;
}) {
  const words = hotSpotsText.value.importing;
  const { name, code, verdict, isTaken } = found;
  const said = findings(verdict);
  return (
    <li class="found-row">
      <label class="row">
        <input
          type="checkbox"
          checked={isTaken && verdict.ok}
          disabled={!verdict.ok}
          onChange={(event) => onChange({ isTaken: event.currentTarget.checked })}
        />
        {words.take}
      </label>
      <input
        aria-label={words.code}
        maxLength={2}
        value={code}
        onInput={(event) => onChange({ code: event.currentTarget.value })}
      />
      <input
        aria-label={words.name}
        maxLength={80}
        value={name}
        onInput={(event) => onChange({ name: event.currentTarget.value })}
      />
      <p class={verdict.ok ? 'muted' : 'overdue'}>
        {[sizeOf(verdict), ...(said.length > 0 ? said : [words.ok])].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}
