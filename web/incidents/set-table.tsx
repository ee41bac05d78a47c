/** The drawn hot spots beside as many of the densest cells: what people know against what a machine would have drawn. */
import { evaluationText } from '../text/evaluation.ts';
import { decimal } from '../text/format.ts';
import { count, percent, range } from './figures.ts';
import type { Judged } from './score-card-screen.tsx';

type SetScore = Judged['drawn'];
type Measure = SetScore['pai'];

export function SetTable({ judged }: { judged: Judged }) {
  const words = evaluationText.value.scoreCard.table;
  return (
    <div class="box" tabIndex={0} role="region" aria-label={words.caption}>
      <table class="evaluation-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.set}</th>
            <th scope="col">{words.caught}</th>
            <th scope="col">{words.hitRate}</th>
            <th scope="col">{words.pai}</th>
            <th scope="col">{words.paiByStreet}</th>
            <th scope="col">{words.harm}</th>
            <th scope="col">{words.pei}</th>
          </tr>
        </thead>
        <tbody>
          <Line name={words.drawn} score={judged.drawn} all={judged.held.events} />
          <Line
            name={words.densest(count(judged.cellM))}
            score={judged.densest}
            all={judged.held.events}
          />
        </tbody>
      </table>
    </div>
  );
}

function Line({ name, score, all }: { name: string; score: SetScore; all: number }) {
  const words = evaluationText.value.scoreCard.table;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name={words.caught}>{words.of(count(score.caught.events), count(all))}</td>
      <td data-name={words.hitRate}>
        <HitRate score={score} />
      </td>
      <td data-name={words.pai}>{measured(score.pai)}</td>
      <td data-name={words.paiByStreet}>{measured(score.paiByStreet)}</td>
      <td data-name={words.harm}>{measured(score.harmPai)}</td>
      <td data-name={words.pei}>{measured(score.pei)}</td>
    </tr>
  );
}

/** `15,8`, or why it is not told. */
export function measured(measure: Measure): string {
  if (measure.known) return decimal(measure.value, measure.value < 10 ? 2 : 1);
  return evaluationText.value.scoreCard.reasons[measure.reason];
}

type Rated = Pick<SetScore, 'hitRate' | 'hitRateInterval'>;

export function HitRate({ score: { hitRate, hitRateInterval } }: { score: Rated }) {
  if (!hitRate.known) return <>{evaluationText.value.scoreCard.reasons[hitRate.reason]}</>;
  return (
    <>
      {percent(hitRate.value)} {hitRateInterval && <small>{range(hitRateInterval)}</small>}
    </>
  );
}
