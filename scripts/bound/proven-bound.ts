/** The greatest value that any plan of a problem could have, proven by HiGHS (Huangfu and Hall 2018) in WebAssembly. */

import loadHighs from 'highs';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { boundModel } from './bound-model.ts';
import type { RowBuilder } from './row-builder.ts';

export interface ProvenBound {
  readonly bound: number;
  /** The bound is a plan's value, as far as the model goes. */
  readonly isOptimal: boolean;
}

/** The package's types are those of its CommonJS build; what Node imports is the function itself. */
const load = loadHighs as unknown as typeof loadHighs.default;

/** @param seconds at most; what is proven by then is given */
export async function provenBound(problem: PlanningProblem, seconds: number): Promise<ProvenBound> {
  const highs = await load();
  const rows = boundModel(problem);
  const model = highs.createModel({
    ...modelData(rows),
    sense: highs.constants.objectiveSense.maximize,
  });
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 });
    model.run();
    const bound = Number(model.info.get('mip_dual_bound'));
    return { bound, isOptimal: Number(model.info.get('mip_gap')) < OPTIMAL_GAP };
  } finally {
    model.dispose();
  }
}

const OPTIMAL_GAP = 1e-6;
const INTEGER = 1;
const CONTINUOUS = 0;

function modelData({ columns, worth, most, whole, rows }: RowBuilder) {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: worth,
    colLower: worth.map(() => 0),
    colUpper: most,
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: rows.flatMap(({ terms }) => terms.map(({ column }) => column)),
      values: rows.flatMap(({ terms }) => terms.map(({ factor }) => factor)),
    },
    integrality: Int32Array.from(whole, (isWhole) => (isWhole ? INTEGER : CONTINUOUS)),
  };
}
