/**
 * `npm run bench:detect`: how many points a second detection reads among 50 hot spots of 30 corners, beside Turf's point in
 * polygon over the same points, and what it keeps of long tracks. Markdown.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contains } from '#core/geo/contains.ts';
import { VisitDetector } from '#core/tracks/detect-visits.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { fiftyHotSpots, longTrack } from './tracks/long-track.ts';

const POINTS = 1_000_000;
const ROUNDS = 5;
/** Turf is asked of these only: it is the same for each point. */
const TURF_POINTS = 5_000;
const FAR_AWAY_M = 20_000;

const hotSpots = fiftyHotSpots();

/** Of the processor's time, the best of several rounds: other work on the machine only ever takes away. */
function pointsPerSecond(count: number, work: () => void): number {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  });
  return count / Math.min(...seconds);
}

function detect(points: Iterable<TrackPoint>): { visits: number; keptPoints: number } {
  const detector = new VisitDetector(hotSpots);
  let [visits, keptPoints] = [0, 0];
  for (const point of points) {
    visits += detector.take(point).length;
    keptPoints = Math.max(keptPoints, detector.keptPoints);
  }
  return { visits: visits + detector.finish().length, keptPoints };
}

function askTurf(points: readonly TrackPoint[]): number {
  let inside = 0;
  for (const { lonLat } of points)
    for (const { geometry } of hotSpots) if (contains(geometry, lonLat)) inside += 1;
  return inside;
}

const rounded = (value: number): string => Math.round(value).toLocaleString('en');

function printSpeed(): void {
  console.log(`## ${rounded(POINTS)} points, ${hotSpots.length} hot spots of 30 corners\n`);
  console.log('| track | visits | points/s | Turf, points/s | ratio |\n|---|--:|--:|--:|--:|');
  const tracks = [
    ['a fix each second', 1, 0],
    ['a fix each 5 s', 5, 0],
    ['a fix each 15 s', 15, 0],
    ['a fix each 15 s, 20 km away', 15, FAR_AWAY_M],
  ] as const;
  for (const [name, everyS, awayM] of tracks) {
    const points = [...longTrack(POINTS, everyS, awayM)];
    const { visits } = detect(points);
    const ours = pointsPerSecond(POINTS, () => detect(points));
    const some = points.slice(0, TURF_POINTS);
    const turf = pointsPerSecond(TURF_POINTS, () => askTurf(some));
    const figures = [rounded(visits), rounded(ours), rounded(turf), rounded(ours / turf)];
    console.log(`| ${name} | ${figures.join(' | ')} |`);
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The points are made one by one, so that the heap holds nothing but the detector. */
function printMemory(): void {
  console.log('\n## What is kept\n\n| points | kept at most | heap after, MB |\n|--:|--:|--:|');
  for (const count of [100_000, 1_000_000]) {
    const detector = new VisitDetector(hotSpots);
    let keptPoints = 0;
    for (const point of longTrack(count, 5)) {
      detector.take(point);
      keptPoints = Math.max(keptPoints, detector.keptPoints);
    }
    collectGarbage();
    const heap = (process.memoryUsage().heapUsed / 1e6).toFixed(1);
    detector.finish();
    console.log(`| ${rounded(count)} | ${keptPoints} | ${heap} |`);
  }
}

printMemory();
printSpeed();
