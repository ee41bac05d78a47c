/** What the public page says. It is Swedish whoever made it: a municipality's page is in one language, and `lang` says which. */
import type { LedgerPart, PromiseOwner } from '#core/promises/ledger-line.ts';
import type { ReportFigure } from '#core/publication/report-lines.ts';
import { isShown, type ShownCount } from '#core/publication/shown-count.ts';
import type { PublishedStanding, Unknown } from '#core/publication/tertial-report.ts';

const MONTH_SPANS: Readonly<Record<string, string>> = {
  '1': 'januari–april',
  '2': 'maj–augusti',
  '3': 'september–december',
};

/** `2026-T2` → `maj–augusti 2026` */
export const monthsOfTertial = (code: string): string =>
  `${MONTH_SPANS[code.slice(-1)] ?? ''} ${code.slice(0, 4)}`;

/** `2026-T2` → `Tertial 2, 2026` */
export const tertialName = (code: string): string =>
  `Tertial ${code.slice(-1)}, ${code.slice(0, 4)}`;

const swedishNumber = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
export const numeral = (value: number): string => swedishNumber.format(value);

/** Of a count that is left out: what a screen reader says, and what the CSV writes. */
export const NOT_SHOWN = 'visas inte';

export function countWords(shown: ShownCount): string {
  if (isShown(shown)) return numeral(shown.count);
  return shown.kind === 'few' ? '<5' : NOT_SHOWN;
}

export const OWNERS: Readonly<Record<PromiseOwner, string>> = {
  police: 'Polisen',
  municipality: 'Kommunen',
  both: 'Polisen och kommunen',
};

export const PARTS: Readonly<Record<LedgerPart['kind'], string>> = {
  whole: 'Alla',
  evening: 'Varav kväll',
};

const STANDINGS: Readonly<Record<PublishedStanding['kind'], string>> = {
  kept: 'Hållet',
  'not-kept': 'Inte hållet',
  'not-reached': 'Pågår, inte nått',
  'no-target': 'Följs utan mål',
  'will-be-kept': 'Väntas hållas',
  'will-not-be-kept': 'Väntas inte hållas',
  withheld: 'Visas inte',
};

/** Without its date. */
export const standingWords = ({ kind }: PublishedStanding): string => STANDINGS[kind];

export const FIGURES: Readonly<Record<ReportFigure, string>> = {
  outcome: 'utfall',
  'outcome-evening': 'utfall, kväll',
  target: 'mål',
  'target-evening': 'mål, kväll',
  promised: 'lovade doser',
  planned: 'planerade doser',
  delivered: 'genomförda doser',
  'windows-kept': 'tidsfönster hållna',
  'windows-all': 'tidsfönster i allt',
};

export function unknownWords(unknown: Unknown): string {
  if ('incidentsNeeded' in unknown) return effectWords(unknown.incidentsNeeded);
  if ('visits' in unknown) return VISITS_UNKNOWN[unknown.code](fewWords(unknown.visits));
  return ALWAYS_UNKNOWN[unknown.code];
}

const effectWords = (needed: number) =>
  `Om brotten har minskat. Det händer för lite på en ort av den här storleken: ungefär ${needed} händelser behövs i jämförelseperioden för att en minskning med en fjärdedel ska kunna skiljas från slumpen.`;

const ALWAYS_UNKNOWN = {
  perception:
    'Om människor känner sig tryggare. Det svarar bara undersökningar på, som trygghetsmätningen.',
  unlogged: 'Patrullering som inte har registrerats. Den syns inte här.',
};

const VISITS_UNKNOWN = {
  estimated: (visits: string) =>
    `Exakt hur långa alla besök var. I ${visits} besök har ingen tryckt på avsluta; systemet har satt slutet efter det som gick att veta.`,
  late: (visits: string) =>
    `Om allt som skrevs in i efterhand minns rätt. ${capital(visits)} besök är efterregistrerade.`,
};

const fewWords = (shown: ShownCount) => (isShown(shown) ? numeral(shown.count) : 'färre än fem');

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
