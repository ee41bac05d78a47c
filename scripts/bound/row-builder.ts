/** A linear program put together column by column and row by row. */
export interface Term {
  readonly column: number;
  readonly factor: number;
}

export class RowBuilder {
  readonly worth: number[] = [];
  readonly most: number[] = [];
  readonly whole: boolean[] = [];
  readonly rows: {
    readonly terms: readonly Term[];
    readonly low: number;
    readonly high: number;
  }[] = [];

  get columns(): number {
    return this.worth.length;
  }

  /** A column from 0 to `most`; gives its index. */
  addColumn(worth: number, most: number, isWhole: boolean): number {
    this.worth.push(worth);
    this.most.push(most);
    this.whole.push(isWhole);
    return this.columns - 1;
  }

  addRow(terms: readonly Term[], low: number, high: number): void {
    this.rows.push({ terms, low, high });
  }
}
