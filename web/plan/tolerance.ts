/** How much of a plan's value the next proposal may give for being hard to predict; kept on this device. */
import { stored } from '../state/stored.ts';

/** In percent. */
export const TOLERANCES = ['0', '1', '2', '5'] as const;

export const tolerance = stored('tolerance', TOLERANCES, '2');
