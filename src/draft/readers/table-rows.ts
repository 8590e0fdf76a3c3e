import type { Block } from '../block.ts';

/** Far more columns than any table has. */
const maxSpan = 100;
/** Empty cells that a table may have for cells that span others: a guard against hostile tables. */
const maxFilled = 100_000;

/** Collects the cells of a table. A cell that spans several columns or rows is followed by empty ones in their place. */
export class TableRows {
  readonly rows: Block[][][] = [];
  /** For each column, how many more rows a cell above spans. */
  readonly #spans: number[] = [];
  /** Columns that the last cell spans besides its own. */
  #pending = 0;
  #filled = 0;

  openRow(): void {
    this.rows.push([]);
    this.#pending = 0;
  }

  openCell(columns = 1, rows = 1): void {
    const row = this.rows.at(-1);
    if (!row) return;
    for (; this.#pending > 0; this.#pending--) this.#fill(row);
    for (let span = this.#spans[row.length]; span; span = this.#spans[row.length]) {
      this.#spans[row.length] = span - 1;
      this.#fill(row);
    }
    const column = row.length;
    row.push([]);
    this.#pending = Math.min(columns, maxSpan) - 1;
    for (let each = column; each <= column + this.#pending; each++) this.#spans[each] = Math.min(rows, maxSpan) - 1;
  }

  #fill(row: Block[][]): void {
    this.#filled += 1;
    if (this.#filled <= maxFilled) row.push([]);
  }

  /** The open cell; undefined outside cells. */
  get cell(): Block[] | undefined {
    return this.rows.at(-1)?.at(-1);
  }
}
