/** What can be said of a difference, in words; more often than not in a small town: that nobody can know. */
import { municipalityName } from '../state/settings.ts';
import { evaluationText } from '../text/evaluation.ts';
import { dateOf, decimal } from '../text/format.ts';
import type { Effect, RingEffect } from './effect-screen.tsx';
import { change, count, percent } from './figures.ts';

interface Verdict {
  readonly isKnown: boolean;
  readonly title: string;
  readonly text: string;
}

function verdictOf({ covered, reach, sample }: Effect, treated: RingEffect['treated']): Verdict {
  const { effect: words, cannotKnow } = evaluationText.value;
  const { change: found, against } = treated;
  const unknown = (text: string) => ({ isKnown: false, title: cannotKnow, text });
  if (!(covered.before && covered.after)) return unknown(words.notCovered(reachWords(reach)));
  if (!found.known)
    return unknown(
      found.reason === 'zero-cell' ? words.verdict.zero : words.verdict.small(count(sample.base)),
    );
  const [low, high] = [change(found.low), change(found.high)];
  if (found.low <= 0 && found.high >= 0) return unknown(words.verdict.chance(low, high));
  const title = found.change < 0 ? words.verdict.less : words.verdict.more;
  return {
    isKnown: true,
    title,
    text: `${words.verdict.sure(low, high)} ${againstWords(against)}`,
  };
}

/** The trend of the rest is what would have happened anyway. */
function againstWords(against: RingEffect['treated']['against']): string {
  const words = evaluationText.value.effect.verdict;
  if (!against?.known) return words.againstUnknown;
  const [low, high] = [change(against.low), change(against.high)];
  return against.low <= 0 && against.high >= 0
    ? words.againstChance(low, high)
    : words.againstSure(low, high);
}

/** `Flen 2024-01-01–2024-12-31`, each on its own; the municipality is named where there are several. */
function reachWords(reach: Effect['reach']): string {
  const isOne = new Set(reach.map(({ municipality }) => municipality)).size < 2;
  return reach
    .map(({ municipality, from, to }) => {
      const dates = `${dateOf(from)}–${dateOf(to)}`;
      return isOne ? dates : `${municipalityName(municipality)} ${dates}`;
    })
    .join(', ');
}

export function Verdict({ effect, treated }: { effect: Effect; treated: RingEffect['treated'] }) {
  const { isKnown, title, text } = verdictOf(effect, treated);
  return (
    <div class={isKnown ? 'verdict' : 'verdict unknown'} role="status">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

export function DisplacementWords({ ring: { displacement } }: { ring: RingEffect }) {
  const { effect: texts, cannotKnow } = evaluationText.value;
  const words = texts.displacement;
  return (
    <section aria-labelledby="moved-heading">
      <h2 id="moved-heading">{words.heading}</h2>
      {displacement.known ? (
        <>
          <p>
            <strong>{words.reading[displacement.reading]}</strong>
          </p>
          <p>
            {words.wdq(signed(displacement.wdq, 2))}{' '}
            {words.tne(
              signed(displacement.tne, 1),
              signed(displacement.tneInterval.low, 0),
              signed(displacement.tneInterval.high, 0),
            )}
          </p>
        </>
      ) : (
        <p>
          <strong>{cannotKnow}.</strong> {words.refusal[displacement.reason]}
        </p>
      )}
    </section>
  );
}

const signed = (value: number, digits: number) => decimal(value, digits).replace('-', '−');

export function SampleWords({ sample }: { sample: Effect['sample'] }) {
  const words = evaluationText.value.effect.sample;
  const { base, leastFall, forQuarter, forHalf } = sample;
  return (
    <section aria-labelledby="sample-heading">
      <h2 id="sample-heading">{words.heading}</h2>
      <p>
        {words.quarter(count(forQuarter))} {words.half(count(forHalf))}
      </p>
      <p>
        {leastFall === null
          ? words.none(count(base))
          : words.least(count(base), percent(-leastFall))}{' '}
        {words.cure}
      </p>
    </section>
  );
}
