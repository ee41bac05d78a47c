/** What we use of jstat, which ships no types. Its inverses answer NaN at the edges: `exact-intervals.ts` guards them. */
declare module 'jstat' {
  interface Jstat {
    /** The x at which the regularised lower incomplete gamma function of shape `a` is `p`. */
    gammapinv(p: number, a: number): number;
    /** The x at which the regularised incomplete beta function of `a` and `b` is `p`. */
    ibetainv(p: number, a: number, b: number): number;
  }
  const jstat: Jstat;
  export default jstat;
}
