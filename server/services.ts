/** What lives as long as the process: built once in `context.ts`, given to every request. */
import type { Logger } from 'pino';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { EpochMs } from '#core/model.ts';
import type { WalkNetwork } from '#core/walking/network.ts';
import type { Config } from './config.ts';
import type { PublicPages } from './public-pages/public-pages.ts';
import type { Database } from './store/database.ts';
import type { CoverageMemory } from './usecases/coverage/coverage-memory.ts';

export interface Services {
  readonly config: Config;
  readonly db: Database;
  readonly calendar: CalendarRules;
  readonly clock: () => EpochMs;
  readonly log: Logger;
  readonly coverage: CoverageMemory;
  readonly map: MapDocuments;
  readonly pages: PublicPages;
}

/** The map as it was read at the start: `npm run map:import` asks for a restart. */
export interface MapDocuments {
  readonly baseMap: Record<string, unknown>;
  /** null: none; walking times are then straight lines × 1.3, and the screens say so. */
  readonly network: WalkNetwork | null;
}
