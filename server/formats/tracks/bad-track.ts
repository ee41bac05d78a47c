/** A track that cannot be read. The message says what is wrong and where, on one line. */
export class BadTrack extends Error {}
