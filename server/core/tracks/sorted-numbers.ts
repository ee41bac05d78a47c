/** A short list of numbers kept in order, used again and again without asking for memory. */
export class SortedNumbers {
  readonly #values: Float64Array;
  #length = 0;

  constructor(most: number) {
    this.#values = new Float64Array(most);
  }

  clear(): void {
    this.#length = 0;
  }

  /** In its place: the lists are short, and numbers of a track come nearly in order. */
  add(value: number): void {
    const values = this.#values;
    let place = this.#length;
    while (place > 0 && (values[place - 1] as number) > value) {
      values[place] = values[place - 1] as number;
      place -= 1;
    }
    values[place] = value;
    this.#length += 1;
  }

  /** The number below which such a share of them lies (nearest rank below); 0 of none. */
  quantile(share: number): number {
    return this.#length === 0
      ? 0
      : (this.#values[Math.floor(share * (this.#length - 1))] as number);
  }
}
