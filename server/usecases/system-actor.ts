/** Who writes what nobody has written. */
export const SYSTEM = { id: 'system', username: 'system', role: null };
