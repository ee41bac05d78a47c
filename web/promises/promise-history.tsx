/** Every version of a promise, the newest first: when, why, and what became another. */
import type { WireReply } from '#contract/api.ts';
import { dateOf } from '../text/format.ts';
import { promisesText } from '../text/promises.ts';
import { amount } from './amounts.ts';

type Version = WireReply<'getPromise'>['versions'][number];

export function PromiseHistory({ versions }: { versions: readonly Version[] }) {
  const words = promisesText.value;
  return (
    <section>
      <h3>{words.history}</h3>
      <ol class="promise-history" reversed>
        {versions
          .map((version, index) => (
            <li key={version.versionNumber}>
              <span>{dateOf(version.recordedAt)}</span>
              <span>
                {changesOf(versions[index - 1], version).join('; ')}
                {version.reason && <span class="muted"> – {version.reason}</span>}
              </span>
            </li>
          ))
          .reverse()}
      </ol>
    </section>
  );
}

function changesOf(before: Version | undefined, now: Version): string[] {
  const words = promisesText.value;
  if (!before) return [words.first];
  const { changes } = words;
  const figure = (value: number | null) => (value === null ? changes.none : amount(value));
  const isOther = (key: keyof Version) => JSON.stringify(before[key]) !== JSON.stringify(now[key]);
  const said = [
    isOther('withdrawn') && (now.withdrawn ? changes.withdrawn : changes.restored),
    isOther('number') && changes.number(before.number, now.number),
    isOther('target') && changes.target(figure(before.target), figure(now.target)),
    isOther('eveningTarget') &&
      changes.eveningTarget(figure(before.eveningTarget), figure(now.eveningTarget)),
    isOther('sentence') && changes.sentence(before.sentence),
    isOther('owner') && changes.owner(words.owners[before.owner]),
    isOther('measure') && changes.measure(before.measure),
    isOther('source') && changes.source,
    isOther('narrowing') && changes.narrowing,
    (isOther('from') || isOther('to')) && changes.period(before.from, before.to),
  ];
  return said.filter((one) => typeof one === 'string');
}
