/** Every route of the contract with its handler; tsc refuses a route that has none. */
import type { Handlers } from '../call.ts';
import { hotSpotHandlers } from './hot-spots.ts';
import { peopleHandlers } from './people.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { shiftHandlers } from './shifts.ts';
import { visitHandlers } from './visits.ts';

export const handlers = {
  ...settingsHandlers,
  ...sessionHandlers,
  ...peopleHandlers,
  ...hotSpotHandlers,
  ...shiftHandlers,
  ...visitHandlers,
} as unknown as Handlers;
