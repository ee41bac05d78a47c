/**
 * The tertial's figures as they were counted (`TertialReport`, kept within the police) and as they are published
 * (`PublishedReport`: no times of day, no officers, no plans, small counts hidden). The page, its CSV and its GeoJSON are
 * made from the published one alone.
 */
import type { LocalDate, LonLat, Municipality, Priority, Uuid } from '../model.ts';
import type { LedgerLine, LedgerPart, PromiseOwner } from '../promises/ledger-line.ts';
import type { ReportDifference } from './report-differences.ts';
import type { ShownCount } from './shown-count.ts';
import type { TertialCode } from './tertial.ts';

export interface PlaceFigures {
  readonly name: string;
  readonly lonLat: LonLat;
  readonly priority: Priority;
  /** Doses. */
  readonly promised: number;
  readonly planned: number;
  readonly delivered: number;
  readonly windows: { readonly kept: number; readonly all: number };
}

export interface TertialReport {
  readonly municipality: Municipality;
  readonly tertial: TertialCode;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The last operational day that had ended when it was counted; `to` once the tertial is over. */
  readonly countedTo: LocalDate;
  /** Version of the definitions that the figures follow. */
  readonly definitions: string;
  /** Version of the harm table, where a figure is weighted by it. */
  readonly harmTable: string | null;
  readonly promises: readonly LedgerLine[];
  /** Promises of doses that some places do not count towards: their sums tell of the places that do. */
  readonly partSums: readonly Uuid[];
  readonly places: readonly PlaceFigures[];
  /** Visits whose end the system set, and visits that were written in afterwards. */
  readonly visits: { readonly estimated: number; readonly late: number };
}

/** What kommunpolis has written. */
export interface ReportTexts {
  readonly intro: string;
  readonly byPromise: Readonly<Record<Uuid, string>>;
  /** Promises whose counts are of public events, which anybody could have counted: they are shown as they are. */
  readonly opened: readonly Uuid[];
  /** Why there is a new version; empty in the first. */
  readonly correction: string;
}

export const NO_TEXTS: ReportTexts = { intro: '', byPromise: {}, opened: [], correction: '' };

/** How a promise stands at the end of the tertial. `not-reached`: its period goes on. */
export type PublishedStanding =
  | { readonly kind: 'kept' | 'not-kept' | 'not-reached' | 'no-target' | 'withheld' }
  | { readonly kind: 'will-be-kept'; readonly on: LocalDate }
  | { readonly kind: 'will-not-be-kept' };

export interface PublishedPart {
  readonly kind: LedgerPart['kind'];
  readonly outcome: ShownCount;
  readonly target: number | null;
}

export interface PublishedPromise {
  readonly id: Uuid;
  readonly number: number;
  readonly sentence: string;
  readonly owner: PromiseOwner;
  readonly measure: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly parts: readonly PublishedPart[];
  readonly standing: PublishedStanding;
  readonly text: string;
}

export interface PublishedDoses {
  readonly promised: ShownCount;
  readonly planned: ShownCount;
  readonly delivered: ShownCount;
  readonly windows: { readonly kept: ShownCount; readonly all: ShownCount };
}

export interface PublishedPlace extends PublishedDoses {
  readonly name: string;
  /** About where: rounded, since the border of a hot spot tells where patrols are planned. */
  readonly lonLat: LonLat;
}

/** What the figures cannot tell, as a code with its values; the page has the words. */
export type Unknown =
  | { readonly code: 'effect'; readonly incidentsNeeded: number }
  | { readonly code: 'perception' | 'unlogged' }
  | { readonly code: 'estimated' | 'late'; readonly visits: ShownCount };

export interface PublishedReport {
  /** Of this document; raised when its shape changes. */
  readonly format: 1;
  readonly version: number;
  readonly municipality: Municipality;
  readonly tertial: TertialCode;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly countedTo: LocalDate;
  /** null: a draft. */
  readonly publishedOn: LocalDate | null;
  /** Nothing younger than so many days when it was published. */
  readonly delayDays: number;
  readonly definitions: string;
  readonly harmTable: string | null;
  readonly intro: string;
  readonly correction: string;
  readonly promises: readonly PublishedPromise[];
  readonly places: readonly PublishedPlace[];
  readonly totals: PublishedDoses;
  readonly unknowns: readonly Unknown[];
  /** Against the version before; null in the first. */
  readonly differences: readonly ReportDifference[] | null;
}
