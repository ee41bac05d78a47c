/**
 * The team orienteering problem with time windows as a shift: a vertex is a hot spot that wants one visit, a route a patrol.
 * What a shift has more of (gaps, breaks, repeated visits) is left out.
 */
import type { PlanningProblem, Routes } from '#core/planner/problem.ts';
import { isBreak } from '#core/planner/problem.ts';
import type { ToptwInstance, Vertex } from './read-toptw.ts';

export interface ToptwSolution {
  readonly score: number;
  /** Vertices by number, the depot left out. */
  readonly routes: readonly (readonly number[])[];
}

/** Times are whole tenths (Solomon) or hundredths (Cordeau); travel times are rounded down, as the benchmark has it. */
export function problemOf({ vertices, decimals }: ToptwInstance, routes: number): PlanningProblem {
  const scale = 10 ** decimals;
  const scaled = (value: number) => Math.round(value * scale);
  const depot = vertices[0];
  const end = scaled(depot?.closes ?? 0);
  return {
    places: vertices.map(({ x, y }) => ({ x, y })),
    walk: vertices.map((a) => vertices.map((b) => travelTime(a, b, scale))),
    hotspots: vertices.slice(1).map((vertex, index) => ({
      id: String(index + 1),
      place: index + 1,
      dwell: scaled(vertex.service),
      spacing: end + 1,
      maxDoses: 1,
      windows: [
        {
          open: scaled(vertex.opens),
          close: scaled(vertex.closes) + scaled(vertex.service),
          target: 1,
          weight: vertex.profit,
        },
      ],
    })),
    patrols: Array.from({ length: routes }, (_, index) => ({
      id: String(index + 1),
      start: scaled(depot?.opens ?? 0),
      end,
      from: 0,
      to: 0,
      break: null,
    })),
    gamma: 1,
    beyond: 0,
  };
}

const travelTime = (a: Vertex, b: Vertex, scale: number): number =>
  Math.floor(Math.hypot(a.x - b.x, a.y - b.y) * scale + ROUNDING);

/** A distance of a whole tenth may come out a hair below it. */
const ROUNDING = 1e-9;

export function solutionOf({ vertices }: ToptwInstance, plan: Routes): ToptwSolution {
  const routes = plan.patrols.map(({ items }) =>
    items.flatMap((item) => (isBreak(item) ? [] : [Number(item.hotspot)])),
  );
  const score = routes.flat().reduce((sum, vertex) => sum + (vertices[vertex]?.profit ?? 0), 0);
  return { score, routes };
}
