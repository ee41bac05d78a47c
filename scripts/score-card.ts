/**
 * `npm run --silent score-card -- INCIDENTS.csv[.gz] …`: how well places chosen by the earlier months catch the incidents
 * of those held out, as Markdown. For each file the cells with most incidents (a plain grid), as many cells by density,
 * and, with `--hot-spots FILE.geojson`, the polygons that somebody drew beside as large a set of each.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { localDateOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { layArea } from '#core/evaluation/plane-area.ts';
import type { Measure, Score } from '#core/evaluation/score.ts';
import { type DrawnPlace, scoreCard } from '#core/evaluation/score-card.ts';
import { unionM2 } from '#core/evaluation/study-area.ts';
import { areaHa } from '#core/geo/measure.ts';
import { readTrackedHotSpots } from '../server/formats/tracks/read-tracked-hot-spots.ts';
import {
  byCount,
  byDensity,
  type CellScore,
  chosenBandwidth,
  gridOf,
  partsAt,
  scoreCells,
} from './score/rank-cells.ts';
import { type City, readCity } from './score/read-city.ts';
import { stopWith } from './solver-arguments.ts';

/** Shares of the area: what a police could walk. */
const SHARES = [0.005, 0.01, 0.02, 0.05];
const M2_PER_KM2 = 1e6;
const HEAD = ['set', 'area', 'cells', 'caught', 'hit rate', '95 %', 'PAI', 'PEI'];

type TrackedHotSpots = ReturnType<typeof readTrackedHotSpots>;

async function main(): Promise<void> {
  const command = new Command('score-card')
    .argument('<incidents...>', 'CSV, XLSX or GeoJSON, may be gzipped; columns are guessed')
    .option('--hot-spots <file>', 'GeoJSON: polygons with an id, drawn by somebody')
    .configureOutput({ outputError: (text) => stopWith(text) })
    .exitOverride((end) => process.exit(end.exitCode))
    .parse();
  const { hotSpots } = command.opts<{ hotSpots?: string }>();
  const drawn = hotSpots ? readTrackedHotSpots(readFileSync(hotSpots, 'utf8')) : [];
  for (const file of command.args) await printCity(file, drawn);
}

async function printCity(file: string, drawn: TrackedHotSpots): Promise<void> {
  const city = await readCity(file, Date.now()).catch((error: unknown) =>
    stopWith(`${file}: ${error instanceof Error ? error.message : String(error)}`),
  );
  const { study, holdOut, data } = city;
  const until = data.to + 1;
  const { train, held } = partsAt(city.incidents, study, holdOut.split, until);
  const grid = gridOf(study);
  const drawnM2 = unionM2(drawn.map(({ geometry }) => geometry));
  const shares = drawnM2 > 0 ? [drawnM2 / study.areaM2] : SHARES;
  console.log(`## ${basename(file)}\n\n${city.told}\n`);
  console.log(heldTold(city, train.length, held.length, grid.cellM));
  console.log(`\n| ${HEAD.join(' | ')} |\n|---|${'--:|'.repeat(HEAD.length - 1)}`);
  if (drawn.length > 0) console.log(drawnRow(city, drawn, drawnM2));
  for (const share of shares) {
    const bandwidthM = chosenBandwidth(city.incidents, study, data.from, holdOut.split, share);
    const counted = scoreCells(grid, byCount(grid, train), share, held, study);
    const dense = scoreCells(grid, byDensity(grid, train, bandwidthM), share, held, study);
    console.log(cellRow('gridded: most incidents', counted, study.areaM2));
    console.log(cellRow(`density-ranked, kernel ${bandwidthM} m`, dense, study.areaM2));
  }
  console.log('');
}

function heldTold({ holdOut, study, data }: City, earlier: number, held: number, cellM: number) {
  const by = holdOut.by === 'month' ? 'months' : 'days (there is one month only)';
  const dates = [data.from, data.to].map((at) => localDateOf(SWEDISH_RULES, at));
  return (
    `Incidents of ${dates.join(' to ')}; held out: the ${by} from ${holdOut.from} on. ` +
    `${earlier} incidents in the earlier part, ${held} in the part held out (spans of time count in both, by their share). ` +
    `Area: the convex hull of the incidents, ${(study.areaM2 / M2_PER_KM2).toFixed(1)} km²; cells of ${cellM.toFixed(0)} m. ` +
    'The kernel is chosen on the last third of the earlier part.'
  );
}

const told = (measure: Measure, digits: number) =>
  measure.known ? measure.value.toFixed(digits) : `cannot know (${measure.reason})`;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function row(name: string, score: Score, areaM2: number, cells: string, pei: string): string {
  const { caught, size, hitRate, hitRateInterval: interval, pai } = score;
  const between = interval ? `${percent(interval.low)}–${percent(interval.high)}` : '–';
  const share = hitRate.known ? percent(hitRate.value) : told(hitRate, 2);
  const area = percent(size.areaM2 / areaM2);
  return `| ${[name, area, cells, caught.events.toFixed(1), share, between, told(pai, 2), pei].join(' | ')} |`;
}

const cellRow = (name: string, score: CellScore, areaM2: number) =>
  row(name, score, areaM2, String(score.cells), score.pei?.toFixed(3) ?? '–');

function drawnRow(city: City, drawn: TrackedHotSpots, drawnM2: number): string {
  const places = drawn.map(
    ({ id, geometry }): DrawnPlace => ({
      id,
      area: layArea(geometry, city.study.plane),
      areaM2: areaHa(geometry) * 10_000,
    }),
  );
  const card = scoreCard({
    incidents: city.incidents,
    places,
    unionM2: drawnM2,
    study: city.study,
    split: city.holdOut.split,
    until: city.data.to + 1,
    weightOf: () => 1,
    lastTwoTertials: null,
    options: { cellM: 150, bandwidthM: 225 },
  });
  return row(
    'drawn',
    card.drawn,
    city.study.areaM2,
    String(places.length),
    told(card.drawn.pei, 3),
  );
}

await main();
