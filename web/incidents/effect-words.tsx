/** What can be said of a difference, in words; more often than not in a small town: that nobody can know. */
import { evaluationText } from '../text/evaluation.ts';
import { dateOf, decimal } from '../text/format.ts';
import type { Effect, RingEffect } from './effect-screen.tsx';
import { change, count, percent } from './figures.ts';

interface Verdict {
  readonly isKnown: boolean;
  readonly title: string;
  readonly text: string;
}

function verdictOf(
  { covered, data, sample }: Effect,
  { change: found }: RingEffect['treated'],
): Verdict {
  const { effect: words, cannotKnow } = evaluationText.value;
  const unknown = (text: string) => ({ isKnown: false, title: cannotKnow, text });
  if (data && !(covered.before && covered.after))
    return unknown(words.notCovered(dateOf(data.from), dateOf(data.to)));
  if (!found.known)
    return unknown(
      found.reason === 'zero-cell' ? words.verdict.zero : words.verdict.small(count(sample.base)),
    );
  const [low, high] = [change(found.low), change(found.high)];
  if (found.low <= 0 && found.high >= 0) return unknown(words.verdict.chance(low, high));
  const title = found.change < 0 ? words.verdict.less : words.verdict.more;
  return { isKnown: true, title, text: words.verdict.sure(low, high) };
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

export function DisplacementWords({ ring, effect }: { ring: RingEffect; effect: Effect }) {
  const { effect: texts, cannotKnow } = evaluationText.value;
  const words = texts.displacement;
  const { displacement } = ring;
  const isCovered = effect.covered.before && effect.covered.after;
  return (
    <section aria-labelledby="moved-heading">
      <h2 id="moved-heading">{words.heading}</h2>
      {displacement.known && isCovered ? (
        <>
          <p>
            <strong>{words.reading[displacement.reading]}</strong>
          </p>
          <p>
            {words.wdq(decimal(displacement.wdq, 3).replace('-', '−'))}{' '}
            {words.tne(decimal(displacement.tne, 1).replace('-', '−'))}
          </p>
        </>
      ) : (
        <p>
          <strong>{cannotKnow}.</strong> {!displacement.known && words.refusal[displacement.reason]}
        </p>
      )}
    </section>
  );
}

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
