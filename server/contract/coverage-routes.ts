/** The schemas of the routes for coverage: a part of `api.ts`, which would be too long with them. */
import { idParam } from './schemas/common.ts';
import { coverageReport, coverageStrips, redrawnCoverage } from './schemas/coverage.ts';
import {
  coverageQuery,
  redrawnQuery,
  visitBookQuery,
  visitListQuery,
} from './schemas/coverage-query.ts';
import { coverageRows, coverageRowsQuery } from './schemas/coverage-rows.ts';
import { csvText, fileBytes } from './schemas/files.ts';
import { mapDocument } from './schemas/settings.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const coverageRoutes = {
  getCoverage: {
    summary: 'Promised, planned and delivered',
    query: coverageQuery,
    reply: coverageReport,
  },
  getCoverageRows: {
    summary: 'The rows behind a figure',
    query: coverageRowsQuery,
    reply: coverageRows,
  },
  getCoverageOnTodaysBorders: {
    summary: 'Coverage as if today’s borders had always held, of a year at most',
    query: redrawnQuery,
    reply: redrawnCoverage,
    logsReading: true,
  },
  getCoverageStrips: {
    summary:
      'Doses and planned visits on a time axis, of the last four months of the period at most',
    query: coverageQuery,
    reply: coverageStrips,
  },
  exportCoverageCsv: {
    summary: 'Coverage as CSV',
    query: coverageQuery,
    reply: csvText,
    mediaType: 'text/csv',
  },
  exportCoverageXlsx: {
    summary: 'Coverage as XLSX',
    query: coverageQuery,
    reply: fileBytes,
    mediaType: XLSX,
  },
  exportCoverageGeoJson: {
    summary: 'Coverage as GeoJSON',
    query: coverageQuery,
    reply: mapDocument,
    mediaType: 'application/geo+json',
  },
  exportVisitsCsv: {
    summary: 'Visits as CSV, of a year at most',
    query: visitListQuery,
    reply: csvText,
    mediaType: 'text/csv',
  },
  exportVisitsXlsx: {
    summary: 'Visits as XLSX, of a tertial at most',
    query: visitBookQuery,
    reply: fileBytes,
    mediaType: XLSX,
  },
  exportWindowsIcs: {
    summary: 'The time windows of a hot spot as iCalendar',
    params: idParam,
    reply: csvText,
    mediaType: 'text/calendar',
  },
} as const;
