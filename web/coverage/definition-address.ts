import type { DefinitionName } from './state.ts';

/** Where a figure's definition is read in full. */
export const addressOfDefinition = (name: DefinitionName): string =>
  `/tackning/definitioner#${name}`;
