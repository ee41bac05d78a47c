/** A promise on its line: the sentence, how far it has come, and whether it will be kept. It opens to what it is counted from. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { daysBetween } from '#core/calendar/calendar-date.ts';
import type { LocalDate } from '#core/model.ts';
import { municipalityName } from '../state/settings.ts';
import { promisesText } from '../text/promises.ts';
import { amount } from './amounts.ts';
import { forecastText, isAhead, type Line, latestText } from './forecast-text.ts';
import { PromiseDetail } from './promise-detail.tsx';
import { PromiseMark } from './promise-mark.tsx';
import { addressOfSource } from './source-address.ts';

interface LedgerRowProps {
  readonly line: Line;
  /** The last day that is counted. */
  readonly until: LocalDate;
  readonly showsMunicipality: boolean;
  readonly onChanged: () => void;
}

export function LedgerRow({ line, until, showsMunicipality, onChanged }: LedgerRowProps) {
  const words = promisesText.value;
  const isOpen = useSignal(false);
  const id = useId();
  const about = [
    showsMunicipality && municipalityName(line.municipality),
    words.owners[line.owner],
  ].filter(Boolean);
  return (
    <li class={`promise ${line.forecast.kind}`}>
      <div class="promise-line">
        <span class="promise-number" aria-hidden="true">
          {line.number}
        </span>
        <div class="promise-text">
          <h2 id={`${id}-sentence`}>
            <span class="visually-hidden">{line.number}. </span>
            {line.sentence}
          </h2>
          <p class="muted">
            {about.join(' · ')} · <Source line={line} until={until} />
          </p>
        </div>
        <Progress line={line} until={until} />
        <p class="promise-forecast">
          <PromiseMark kind={line.forecast.kind} />
          <span>
            {forecastText(line)}
            {isAhead(line) && <span class="muted"> – {latestText(line)}</span>}
          </span>
        </p>
        <button
          type="button"
          class="button small quiet no-print promise-toggle"
          aria-expanded={isOpen.value}
          aria-controls={`${id}-detail`}
          aria-label={words.open(line.number)}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          <span aria-hidden="true">{isOpen.value ? '▴' : '▾'}</span>
        </button>
      </div>
      <div id={`${id}-detail`} hidden={!isOpen.value}>
        {isOpen.value && <PromiseDetail line={line} until={until} onChanged={onChanged} />}
      </div>
    </li>
  );
}

/** Where the figure comes from, and the way there. */
function Source({ line, until }: Pick<LedgerRowProps, 'line' | 'until'>) {
  const said = promisesText.value.sources[line.source];
  const address = addressOfSource(line, until);
  return address === null ? said : <a href={address}>{said}</a>;
}

function Progress({ line, until }: Pick<LedgerRowProps, 'line' | 'until'>) {
  const words = promisesText.value;
  const [whole, evening] = line.parts;
  if (!whole) return null;
  const target = whole.target === null ? null : amount(whole.target);
  return (
    <div class="promise-progress">
      <p>
        <b>{amount(whole.soFar)}</b>
        {words.amount('', target, line.measure)}
      </p>
      {whole.target !== null && <Bar line={line} until={until} />}
      {evening?.target != null && (
        <p class="muted">{words.evening(amount(evening.soFar), amount(evening.target))}</p>
      )}
    </div>
  );
}

/** Filled by what is done; the mark on it says how much of the time has passed. */
function Bar({ line, until }: Pick<LedgerRowProps, 'line' | 'until'>) {
  const [whole] = line.parts;
  const share = (part: number, all: number) =>
    Math.round(100 * Math.min(1, Math.max(0, all === 0 ? 1 : part / all)));
  const done = share(whole?.soFar ?? 0, whole?.target ?? 0);
  const passed = share(daysBetween(line.from, until) + 1, daysBetween(line.from, line.to) + 1);
  return (
    <span class="promise-bar" role="img" aria-label={promisesText.value.bar(done, passed)}>
      <span style={{ inlineSize: `${done}%` }} />
      <i style={{ insetInlineStart: `${passed}%` }} />
    </span>
  );
}
