/** Why a database cannot be used, in one line that says what to do. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}
