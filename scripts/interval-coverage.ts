/**
 * `npm run --silent interval-coverage [-- --seed 1]`: draws 10,000 data sets with a known rate for each line and prints how
 * often the 95 % interval of what was drawn holds it. Exact intervals err on the wide side for the smallest counts; the
 * app tells no change from fewer than 50 incidents.
 */
import { parseArgs } from 'node:util';
import { poissonInterval, ratioInterval, shareInterval } from '#core/evaluation/exact-intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from '#core/evaluation/fewest-for-percentage.ts';
import { seededRandom } from '#core/planner/random.ts';
import { coverage, poissonCount } from './score/simulate.ts';

const DRAWS = 10_000;
const LEAST = 0.94;
const MOST = 0.99;

const MEANS = [0.5, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Mean count before, and what the rate changes to. */
const CHANGES = [
  [5, 1],
  [10, 0.75],
  [20, 0.75],
  [50, 1],
  [50, 0.5],
  [100, 0.75],
  [220, 0.75],
  [500, 0.9],
  [1490, 0.9],
] as const;
const SHARES = [
  [20, 0.3],
  [50, 0.1],
  [100, 0.05],
  [200, 0.4],
  [1000, 0.02],
] as const;

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const random = seededRandom(Number(values.seed)).share;
let isEachHeld = true;

function print(what: string, held: number, note = ''): void {
  const isHeld = LEAST <= held && held <= MOST;
  isEachHeld &&= isHeld;
  console.log(`| ${what} | ${(held * 100).toFixed(2)} % | ${isHeld ? 'yes' : 'NO'} | ${note} |`);
}

function head(title: string): void {
  console.log(
    `\n## ${title}\n\n| known | holds it | ${LEAST * 100}–${MOST * 100} % | |\n|---|--:|---|---|`,
  );
}

function binomialCount(all: number, share: number): number {
  let count = 0;
  for (let one = 0; one < all; one += 1) if (random() < share) count += 1;
  return count;
}

console.log(
  `95 % intervals of ${DRAWS.toLocaleString('en')} simulated data sets a line, seed ${values.seed}.`,
);

head('A count: Garwood, by the gamma quantile');
for (const mean of MEANS) {
  print(
    `mean ${mean}`,
    coverage(DRAWS, mean, () => poissonInterval(poissonCount(mean, random))),
  );
}

head('A change: ratio of two counts, Clopper–Pearson on their sum, by the beta quantile');
for (const [before, ratio] of CHANGES) {
  const interval = () =>
    ratioInterval(poissonCount(before, random), poissonCount(before * ratio, random));
  const note = before < FEWEST_FOR_PERCENTAGE ? 'the app shows counts alone here' : '';
  print(`mean ${before} before, × ${ratio}`, coverage(DRAWS, ratio, interval), note);
}

head('A share: Clopper–Pearson, by the beta quantile');
for (const [all, share] of SHARES) {
  const interval = () => shareInterval(binomialCount(all, share), all);
  print(`${share * 100} % of ${all}`, coverage(DRAWS, share, interval));
}

console.log(
  `\n${isEachHeld ? 'Each line lies' : 'Not each line lies'} in ${LEAST * 100}–${MOST * 100} %.`,
);
process.exitCode = isEachHeld ? 0 : 1;
