/** The published promises and places as CSV: a line each, small counts as on the page. */
import { isShown, type ShownCount } from '#core/publication/shown-count.ts';
import type {
  PublishedDoses,
  PublishedPart,
  PublishedPromise,
  PublishedReport,
  PublishedStanding,
} from '#core/publication/tertial-report.ts';
import { type Cell, csvDocument, csvLines } from '../csv.ts';
import { countWords, OWNERS, PARTS, standingWords, tertialName } from './page-words.ts';

/** A number where there is one, so that a spreadsheet can count with it. */
const cell = (shown: ShownCount): Cell => (isShown(shown) ? shown.count : countWords(shown));

export function promisesCsv(report: PublishedReport): string {
  const headings = [
    'Nr',
    'Löfte',
    'Vem',
    'Mått',
    'Från',
    'Till',
    'Del',
    'Mål',
    'Utfall',
    'Läge',
    'Kommentar',
  ];
  const lines = report.promises.flatMap((promise) =>
    promise.parts.map((part) => promiseLine(promise, part)),
  );
  return csvDocument([csvLines([...facts('Medborgarlöften', report), headings, ...lines])]);
}

function promiseLine(promise: PublishedPromise, { kind, target, outcome }: PublishedPart): Cell[] {
  const { number, sentence, owner, measure, from, to, standing, text } = promise;
  const about = [number, sentence, OWNERS[owner], measure, from, to];
  return [...about, PARTS[kind], target, cell(outcome), standingCell(standing), text];
}

const standingCell = (standing: PublishedStanding): string =>
  'on' in standing ? `${standingWords(standing)} ${standing.on}` : standingWords(standing);

export function placesCsv(report: PublishedReport): string {
  const headings = [
    'Plats',
    'Lovade doser',
    'Planerade doser',
    'Genomförda doser',
    'Tidsfönster hållna',
    'Tidsfönster i allt',
  ];
  const line = (
    name: string,
    { promised, planned, delivered, windows }: PublishedDoses,
  ): Cell[] => [name, ...[promised, planned, delivered, windows.kept, windows.all].map(cell)];
  const lines = report.places.map((place) => line(place.name, place));
  const sum = line('Alla platser', report.totals);
  return csvDocument([
    csvLines([...facts('Fotpatrull plats för plats', report), headings, ...lines, sum]),
  ]);
}

function facts(title: string, report: PublishedReport): Cell[][] {
  const { municipality, tertial, from, to, version, publishedOn, definitions, harmTable } = report;
  return [
    [title],
    ['Kommun', municipality.name],
    ['Period (operativa dygn)', from, to, tertialName(tertial)],
    ['Version', version],
    ['Publicerad', publishedOn ?? 'utkast'],
    ['Definitioner, version', definitions],
    ...(harmTable ? [['Skadetabell, version', harmTable]] : []),
    ['Små antal', 'Ett till fyra skrivs <5'],
    [],
  ];
}
