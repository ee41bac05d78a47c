import { coverageText } from '../../text/coverage.ts';

/** `2026-W48` → `v. 48`; `2026-11` as it is. */
export function stepName(step: string): string {
  const [, week] = /W(\d+)$/.exec(step) ?? [];
  return week ? coverageText.value.table.week(Number(week)) : step;
}
