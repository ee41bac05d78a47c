/** Migrations in order. One that has shipped is never edited; a change is a new file. */
import type { Migration } from 'kysely/migration';
import { places } from './001-places.ts';
import { work } from './002-work.ts';
import { people } from './003-people.ts';
import { planSearch } from './004-plan-search.ts';
import { patrolCar } from './005-patrol-car.ts';
import { outbox } from './006-outbox.ts';
import { positions } from './007-positions.ts';
import { touches } from './009-touches.ts';
import { incidents } from './010-incidents.ts';
import { promises } from './011-promises.ts';
import { walks } from './012-walks.ts';
import { publications } from './014-publications.ts';
import { travels } from './015-travels.ts';

export const migrations: Record<string, Migration> = {
  '001-places': places,
  '002-work': work,
  '003-people': people,
  '004-plan-search': planSearch,
  '005-patrol-car': patrolCar,
  '006-outbox': outbox,
  '007-positions': positions,
  '009-touches': touches,
  '015-travels': travels,
  '010-incidents': incidents,
  '011-promises': promises,
  '012-walks': walks,
  '014-publications': publications,
};
