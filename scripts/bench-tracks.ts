/**
 * `npm run bench:tracks`: how well visits are found in tracks whose visits are known, beside point in polygon, as Markdown.
 * First the tracks of ../shared, then own evenings by kind of difficulty.
 */
import { join } from 'node:path';
import { Command } from 'commander';
import { seededRandom } from '#core/planner/random.ts';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import {
  type Agreement,
  agreementOf,
  type Figures,
  figuresOf,
  type VisitSpan,
} from './tracks/agreement.ts';
import { type Evening, eveningOfPasses, simulatedEvening } from './tracks/evening.ts';
import { KINDS } from './tracks/kinds.ts';
import { naiveVisits } from './tracks/naive-visits.ts';
import { type PhoneKind, recordedBy, STARTS_AT } from './tracks/phone.ts';
import { readKnownTracks } from './tracks/public-tracks.ts';
import { hotSpotOf } from './tracks/town.ts';
import type { Presence } from './tracks/true-visits.ts';

/** Constants of the detector were chosen on seeds below 1000 only. */
const HELD_OUT_FROM = 100_000;
const SHARED = join(import.meta.dirname, '../../shared/tracks');

type Detect = (
  hotSpots: readonly TrackedHotSpot[],
  points: readonly TrackPoint[],
) => readonly VisitSpan[];

const seconds = (value: number) => value.toFixed(value < 10 ? 1 : 0);

function rowOf(name: string, figures: Figures, more: readonly string[] = []): string {
  const { visits, precision, recall, f1, dwellErrorS, edgeErrorS, edgeErrorP95S } = figures;
  const shares = [f1, precision, recall].map((share) => share.toFixed(3));
  const errors = [dwellErrorS, edgeErrorS, edgeErrorP95S].map(seconds);
  return `| ${[name, visits, ...shares, ...errors, ...more].join(' | ')} |`;
}

const HEAD = [
  'tracks',
  'visits',
  'F1',
  'precision',
  'recall',
  'dwell error, s',
  'start and end error, s',
  'p95',
];

function printHead(more: readonly string[] = []): void {
  const head = [...HEAD, ...more];
  console.log(`| ${head.join(' | ')} |\n|---|${'--:|'.repeat(head.length - 1)}`);
}

function printKnown(folder: string): void {
  const known = readKnownTracks(folder);
  if (!known) return console.log(`No tracks with known visits at ${folder}.\n`);
  const figures = (detect: Detect) =>
    figuresOf(
      known.tracks.map(({ points, visits }) => agreementOf(visits, detect(known.hotSpots, points))),
    );
  console.log(`## ${known.tracks.length} tracks with known visits\n`);
  printHead();
  console.log(rowOf('detect-visits', figures(detectVisits)));
  console.log(`${rowOf('point in polygon', figures(naiveVisits))}\n`);
}

const visitOf = ({ areaId, from, to }: Presence): VisitSpan => ({
  hotSpotId: areaId,
  from: STARTS_AT + from * 1000,
  to: STARTS_AT + to * 1000,
});

/** What a phone made of an evening, the same for each detector. */
function trackOf(seed: number, { areas, steps }: Evening, kind: PhoneKind) {
  return {
    hotSpots: areas.map(hotSpotOf),
    points: recordedBy(seededRandom(seed + 1), steps, kind),
  };
}

class Tally {
  readonly agreements: Agreement[] = [];
  readonly naive: Agreement[] = [];
  passes = 0;
  phantoms = 0;

  evening(seed: number, evening: Evening, kind: PhoneKind): void {
    const { hotSpots, points } = trackOf(seed, evening, kind);
    const truth = evening.visits.map(visitOf);
    this.agreements.push(agreementOf(truth, detectVisits(hotSpots, points)));
    const inOrder = points.toSorted((one, other) => one.at - other.at);
    this.naive.push(agreementOf(truth, naiveVisits(hotSpots, inOrder)));
  }

  walkingPast(seed: number, evening: Evening, kind: PhoneKind): void {
    const { hotSpots, points } = trackOf(seed, evening, kind);
    const found = detectVisits(hotSpots, points);
    this.passes += evening.passes.length;
    this.phantoms += evening.passes.map(visitOf).filter((pass) => isTaken(pass, found)).length;
  }
}

const isTaken = (pass: VisitSpan, found: readonly VisitSpan[]): boolean =>
  found.some(
    (each) => each.hotSpotId === pass.hotSpotId && each.from < pass.to && pass.from < each.to,
  );

function printOwn(first: number, evenings: number, only: RegExp): void {
  const kinds = [...KINDS].filter(([name]) => only.test(name));
  const tallies = kinds.map(([name, kind]) => ({ name, kind, tally: new Tally() }));
  for (let seed = first; seed < first + evenings; seed += 1) {
    const [evening, passes] = [simulatedEvening(seed), eveningOfPasses(seed)];
    for (const { kind, tally } of tallies) {
      tally.evening(seed, evening, kind);
      tally.walkingPast(seed, passes, kind);
    }
  }
  console.log(`## ${evenings} simulated evenings of each kind, seeds from ${first}\n`);
  printHead(['phantoms 20 m outside', 'F1 of point in polygon']);
  for (const { name, tally } of tallies) {
    const phantoms = `${tally.phantoms} of ${tally.passes}`;
    const naive = figuresOf(tally.naive).f1.toFixed(3);
    console.log(rowOf(name, figuresOf(tally.agreements), [phantoms, naive]));
  }
}

const { evenings, seed, only, shared } = new Command('bench:tracks')
  .option('--evenings <count>', 'of each kind', '100')
  .option('--seed <number>', 'of the first evening', String(HELD_OUT_FROM))
  .option('--only <pattern>', 'the kinds whose name matches', '')
  .option('--shared <folder>', 'tracks with known visits', SHARED)
  .parse()
  .opts<{ evenings: string; seed: string; only: string; shared: string }>();
printKnown(shared);
printOwn(Number(seed), Number(evenings), new RegExp(only));
