/** The number below which such a share of them lies (nearest rank below); 0 of none. Puts them in order. */
export function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(share * (values.length - 1))] ?? 0;
}
