/** Which column says what, guessed by the headings and by what stands below them. The reader of the preview changes it. */
import type { CalendarRules } from '../calendar/local-time.ts';
import type { CoordinateGrid, DateOrder, IncidentFile, Mapping } from './columns.ts';
import { numberOf } from './position.ts';
import { minutesOfText, orderOf, readTime } from './wall-time.ts';

export interface Guess {
  /** Null where a field without which nothing can be read was not found. */
  readonly mapping: Mapping | null;
  /** Dates such as 1/2/2026 whose order nothing in the file gives away: it must be stated. */
  readonly orderUnknown: boolean;
}

/** Enough to tell a column's kind; the order of dates is looked for in all. */
const SAMPLES = 200;

interface Column {
  readonly index: number;
  /** Small letters, words parted by single spaces. */
  readonly name: string;
  readonly samples: readonly string[];
}

const plainName = (name: string): string =>
  name
    .replaceAll(/([a-zåäö])([A-ZÅÄÖ])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function columnsOf({ columns, rows }: IncidentFile): Column[] {
  const some = spread(rows, SAMPLES);
  return columns.map((name, index) => ({
    index,
    name: plainName(name),
    samples: some.map(({ cells }) => cells[index]?.trim() ?? '').filter((cell) => cell !== ''),
  }));
}

/** From the whole file, since the first rows are often alike. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, index) => index % step === 0).slice(0, count);
}

/** The share of the samples that pass; 0 where there are none. */
const shareOf = ({ samples }: Column, passes: (text: string) => boolean): number =>
  samples.length === 0 ? 0 : samples.filter(passes).length / samples.length;

type Score = (column: Column) => number;

/** The column that scores highest above nothing; of equals the first. */
function best(columns: readonly Column[], score: Score): Column | null {
  const ranked = columns.map((column) => ({ column, points: score(column) }));
  const top = ranked.reduce<(typeof ranked)[number] | null>(
    (most, one) => (one.points > (most?.points ?? 0) ? one : most),
    null,
  );
  return top?.column ?? null;
}

const named = (pattern: RegExp) => (column: Column) => (pattern.test(column.name) ? 1 : 0);

const isNumeric = (column: Column) =>
  shareOf(column, (text) => !Number.isNaN(numberOf(text))) > 0.8;

const LON =
  /^(?:lon|lng|long|longitud|longitude|x|point x|geo lon|geo x|x wgs84|wgs84 lon|.* (?:lon|lng|longitude|longitud))$/;
const LAT =
  /^(?:lat|latitud|latitude|y|point y|geo lat|geo y|y wgs84|wgs84 lat|.* (?:lat|latitude|latitud))$/;
const EAST =
  /^(?:e|east|easting|öst|öster|e koordinat|x koord(?:inat)?|sweref (?:e|x|öst)|.* (?:easting|öst|e))$/;
const NORTH =
  /^(?:n|north|northing|nord|norr|n koordinat|y koord(?:inat)?|sweref (?:n|y|nord)|.* (?:northing|nord|n))$/;

const inRange = (low: number, high: number) => (text: string) => {
  const value = numberOf(text);
  return low <= value && value <= high;
};
const isDegrees = inRange(-180, 180);
const isNorthing = inRange(6_100_000, 7_700_000);
const isEasting = inRange(200_000, 1_000_000);

interface Axes {
  readonly x: number;
  readonly y: number;
  readonly grid: CoordinateGrid;
}

function axesOf(columns: readonly Column[]): Axes | null {
  const numeric = columns.filter(isNumeric);
  const degrees = numeric.filter(
    (column) => shareOf(column, isDegrees) > 0.8 && hasDecimals(column),
  );
  const lon = best(degrees, named(LON));
  const lat = best(degrees, named(LAT));
  if (lon && lat) return { x: lon.index, y: lat.index, grid: 'wgs84' };
  // In SWEREF 99 TM the figures say which is N, whatever the heading: X is north in Swedish survey, east on a screen.
  const north = best(numeric, (column) => metres(column, isNorthing, NORTH));
  const east = best(numeric, (column) => metres(column, isEasting, EAST));
  return north && east ? { x: east.index, y: north.index, grid: 'sweref99tm' } : null;
}

const hasDecimals = (column: Column) => shareOf(column, (text) => /[.,]\d/.test(text)) > 0.5;

const metres = (column: Column, fits: (text: string) => boolean, name: RegExp): number => {
  const share = shareOf(column, fits);
  return share > 0.8 ? share + (name.test(column.name) ? 1 : 0) : 0;
};

const START = /\b(?:from|start|started|begin|first|från|fran|tidigast|brottstid|brottsdatum)\b/;
const END = /\b(?:to|end|ended|until|last|till|t o m|tom|slut|senast)\b/;
const WHEN =
  /\b(?:date|time|datetime|dates|occ|occurred|occurrence|incident|event|datum|tid|tidpunkt|händelse|cdatetime)\b|datetime/;
/** When somebody wrote it down, not when it happened. */
const WRITTEN =
  /\b(?:report|reported|rptd|entered|entry|created|updated|update|modified|closed|clear|anmäld|anmälan|inkom|registrerad|ändrad|upload)\b/;

interface Times {
  readonly from: Column;
  readonly to: Column | null;
  readonly fromTime: Column | null;
  readonly toTime: Column | null;
}

const isDate = (rules: CalendarRules, column: Column) =>
  shareOf(
    column,
    (text) => readTime(rules, text, 'dmy') !== null || readTime(rules, text, 'mdy') !== null,
  ) > 0.6;

/** Whether a column of dates tells the time of day too, by more than midnights. */
const tellsTime = (rules: CalendarRules, column: Column) =>
  shareOf(column, (text) => {
    const read = readTime(rules, text, 'dmy') ?? readTime(rules, text, 'mdy');
    return (
      read !== null &&
      read.to === null &&
      !/\b0?0[:.]00(?:[:.]00)?\b|\b12:00(?::00)? ?am/i.test(text)
    );
  }) > 0.05;

function timesOf(rules: CalendarRules, columns: readonly Column[]): Times | null {
  const dates = columns.filter((column) => isDate(rules, column));
  const isTimed = new Set(dates.filter((column) => tellsTime(rules, column)));
  const score = (column: Column) => {
    const { name } = column;
    if (END.test(name) && !START.test(name)) return 0.1;
    const byName =
      (START.test(name) ? 3 : 0) + (WHEN.test(name) ? 1 : 0) - (WRITTEN.test(name) ? 3 : 0);
    return Math.max(0.2, 3 + byName + (isTimed.has(column) ? 2 : 0));
  };
  const from = best(dates, score);
  if (!from) return null;
  const others = dates.filter((column) => column !== from && !WRITTEN.test(column.name));
  const to = best(others, named(END));
  const clocks = columns.filter((column) => column !== from && column !== to && isClock(column));
  return {
    from,
    to,
    fromTime: isTimed.has(from) ? null : best(clocks, clockScore(START)),
    toTime: to && !isTimed.has(to) ? best(clocks, named(END)) : null,
  };
}

/** The heading must say so: any number up to 2359 could be a time of day. */
const CLOCK = /\b(?:time|tid|kl|klockslag|klockan|hhmm)\b/;
const isClock = (column: Column) =>
  CLOCK.test(column.name) &&
  shareOf(column, (text) => {
    const minutes = minutesOfText(text);
    return minutes !== null && !Number.isNaN(minutes);
  }) > 0.8;

const clockScore = (pattern: RegExp) => (column: Column) => {
  if (WRITTEN.test(column.name) || END.test(column.name)) return 0;
  return pattern.test(column.name) ? 2 : 1;
};

const CATEGORY =
  /\b(?:category|kategori|crime|crimedescr|crimetype|offense|offence|brott|brottstyp|brottskategori|primary type|type|typ|händelsetyp|rubrik|general code|crm cd desc)\b/;
const NOT_CATEGORY =
  /\b(?:id|code|kod|nr|number|location|premise|extension|status|date|time|datum|address|adress)\b/;
const MOST_KINDS = 0.5;

function categoryScore(column: Column): number {
  const { name, samples } = column;
  const kinds = new Set(samples).size / Math.max(1, samples.length);
  const isText = shareOf(column, (text) => /\p{L}{3}/u.test(text)) > 0.6;
  if (!CATEGORY.test(name) || !isText || kinds > MOST_KINDS + 20 / Math.max(1, samples.length))
    return 0;
  const isBroad = /\b(?:category|kategori|group|primary|brottskategori|general)\b/.test(name)
    ? 2
    : 0;
  const isCrime = /crime|offen[cs]e|brott|crm/.test(name) ? 1 : 0;
  return 1 + isBroad + isCrime - (NOT_CATEGORY.test(name) ? 3 : 0);
}

const COUNT = /^(?:antal|count|incidents|händelser|number of incidents|n)$/;

export function guessMapping(rules: CalendarRules, file: IncidentFile): Guess {
  const columns = columnsOf(file);
  const times = timesOf(rules, columns);
  const axes = axesOf(columns);
  if (!times || !axes) return { mapping: null, orderUnknown: false };
  const used = new Set([axes.x, axes.y, times.from.index, times.to?.index]);
  const free = columns.filter(({ index }) => !used.has(index));
  const order = orderIn(file, times.from.index);
  const count = best(free.filter(isNumeric), named(COUNT));
  return {
    mapping: {
      from: times.from.index,
      fromTime: times.fromTime?.index ?? null,
      to: times.to?.index ?? null,
      toTime: times.toTime?.index ?? null,
      ...axes,
      category: best(free, categoryScore)?.index ?? null,
      count: count?.index ?? null,
      dateOrder: order ?? 'dmy',
    },
    orderUnknown: order === null && times.from.samples.some(isAmbiguousDate),
  };
}

const isAmbiguousDate = (text: string): boolean => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text);

function orderIn({ rows }: IncidentFile, column: number): DateOrder | null {
  return orderOf(rows.map(({ cells }) => cells[column] ?? ''));
}
