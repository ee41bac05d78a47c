import type { Said } from '#contract/problem.ts';

/** A file of incidents that cannot be read as a whole. Says what is wrong and what to do; the message is the English. */
export class BadIncidentFile extends Error {
  readonly said: Said;

  constructor(said: Said) {
    super(said.en);
    this.said = said;
  }
}
