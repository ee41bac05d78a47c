/** The drawn hot spots beside as many of the densest cells: what people know against what a machine would have drawn. */
import { evaluationText } from '../text/evaluation.ts';
import { decimal } from '../text/format.ts';
import { Figure, FigureTable } from './figure-table.tsx';
import { count, percent, range } from './figures.ts';
import type { Judged } from './score-card-screen.tsx';

type SetScore = Judged['drawn'];
type Measure = SetScore['pai'];

export function SetTable({ judged }: { judged: Judged }) {
  const words = evaluationText.value.scoreCard.table;
  const { drawn, densest, held, cellM } = judged;
  return (
    <FigureTable
      caption={words.caption}
      headings={[
        words.set,
        words.caught,
        words.hitRate,
        words.pai,
        words.paiByStreet,
        words.harm,
        words.pei,
      ]}
    >
      <Line name={words.drawn} score={drawn} all={held.events} />
      <Line name={words.densest(count(cellM))} score={densest} all={held.events} />
    </FigureTable>
  );
}

function Line({ name, score, all }: { name: string; score: SetScore; all: number }) {
  const words = evaluationText.value.scoreCard.table;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Figure name={words.caught}>{words.of(count(score.caught.events), count(all))}</Figure>
      <ScoreFigures score={score} />
      <Figure name={words.pei}>{measured(score.pei)}</Figure>
    </tr>
  );
}

type Scored = Pick<SetScore, 'hitRate' | 'hitRateInterval' | 'pai' | 'paiByStreet' | 'harmPai'>;

/** What a set of places and a single one are both measured by. */
export function ScoreFigures({ score }: { score: Scored }) {
  const words = evaluationText.value.scoreCard.table;
  return (
    <>
      <Figure name={words.hitRate}>
        <HitRate score={score} />
      </Figure>
      <Figure name={words.pai}>{measured(score.pai)}</Figure>
      <Figure name={words.paiByStreet}>{measured(score.paiByStreet)}</Figure>
      <Figure name={words.harm}>{measured(score.harmPai)}</Figure>
    </>
  );
}

/** `15,8`, or why it is not told. */
function measured(measure: Measure): string {
  if (measure.known) return decimal(measure.value, measure.value < 10 ? 2 : 1);
  return evaluationText.value.scoreCard.reasons[measure.reason];
}

function HitRate({ score: { hitRate, hitRateInterval } }: { score: Scored }) {
  if (!hitRate.known) return <>{evaluationText.value.scoreCard.reasons[hitRate.reason]}</>;
  return (
    <>
      {percent(hitRate.value)} {hitRateInterval && <small>{range(hitRateInterval)}</small>}
    </>
  );
}
