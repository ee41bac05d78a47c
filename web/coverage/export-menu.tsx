/** What can be taken away: two tables in two formats, a map, and paper. */
import { LONGEST_VISIT_BOOK_DAYS, LONGEST_VISIT_LIST_DAYS } from '#contract/coverage-limits.ts';
import { daysIn } from '#core/calendar/period.ts';
import { addressOf } from '../api.ts';
import { may } from '../state/session.ts';
import { coverageText } from '../text/coverage.ts';
import type { Scope } from './period.ts';
import { queryOf } from './state.ts';

/** In days, where there is a limit. */
const LONGEST: Readonly<Record<string, number>> = {
  exportVisitsCsv: LONGEST_VISIT_LIST_DAYS,
  exportVisitsXlsx: LONGEST_VISIT_BOOK_DAYS,
};

export function ExportMenu({ scope }: { scope: Scope }) {
  const words = coverageText.value.export;
  const query = queryOf(scope);
  const days = daysIn(scope.period);
  const links = [
    ['exportCoverageCsv', words.coverage],
    ['exportCoverageXlsx', words.coverageXlsx],
    ['exportVisitsCsv', words.visits],
    ['exportVisitsXlsx', words.visitsXlsx],
    ['exportCoverageGeoJson', words.geojson],
  ] as const;
  const isTooLong = (route: (typeof links)[number][0]) => days > (LONGEST[route] ?? days);
  return (
    <details class="menu no-print export-menu">
      <summary>{words.label}</summary>
      <div class="menu-panel">
        {links
          .filter(([route]) => may(route))
          .map(([route, label]) =>
            isTooLong(route) ? (
              <span key={route} class="muted">
                {words.tooLong(label)}
              </span>
            ) : (
              <a key={route} href={addressOf(route, {}, query)} download target="_self">
                {label}
              </a>
            ),
          )}
        <button type="button" class="button small" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
    </details>
  );
}
