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

  /** The lower of the two middle ones of an even number; at least one was added. */
  get median(): number {
    return this.#values[(this.#length - 1) >> 1] as number;
  }
}
