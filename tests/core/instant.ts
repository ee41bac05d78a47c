/** Instants written as people read them, for tests of a core that knows milliseconds only. */
export const utc = (text: string): number => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`${text} is not an instant`);
  return at;
};

export const iso = (at: number): string => new Date(at).toISOString();
