/** JSON from outside, as values of which nothing is known yet. */
import { BadTrack } from './bad-track.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Nothing but an object has fields. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** @throws BadTrack */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadTrack(`the JSON is broken: ${error instanceof Error ? error.message : ''}`);
  }
}
