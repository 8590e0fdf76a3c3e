import { largestSheet } from '../address.ts';
import type { CellRange, CellValue, ReadCell, ReadRow, ReadSheet } from './content.ts';
import type { Meter } from './limits.ts';

/** Collects the cells of a sheet. */
export class SheetRows {
  readonly #meter: Meter;
  readonly #rows = new Map<number, { hidden: boolean; cells: Map<number, ReadCell> }>();
  readonly #merged: CellRange[] = [];

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  /** Counts a row of the file. */
  row(): void {
    this.#meter.row();
  }

  /** Notes that a row is hidden, by hand or by a filter. */
  hide(number: number): void {
    this.#at(number).hidden = true;
  }

  /** Keeps a cell, unless it has nothing or lies outside the largest sheet. */
  cell(at: { readonly row: number; readonly column: number }, value: CellValue | undefined, formula: string | undefined): void {
    const { row, column } = at;
    if (value === undefined || (value.kind === 'text' && value.text === '' && formula === undefined)) return;
    if (!isWithin(row, largestSheet.rows) || !isWithin(column, largestSheet.columns)) return;
    this.#meter.cell();
    this.#at(row).cells.set(column, { row, column, value, ...(formula !== undefined && { formula }) });
  }

  merge(range: CellRange): void {
    this.#meter.cell();
    this.#merged.push(range);
  }

  sheet(name: string, hidden: boolean): ReadSheet {
    const rows = [...this.#rows]
      .filter(([, { cells }]) => cells.size > 0)
      .sort(([a], [b]) => a - b)
      .map(([number, row]): ReadRow => ({ number, ...row }));
    return { name, hidden, rows, merged: this.#merged };
  }

  #at(number: number): { hidden: boolean; cells: Map<number, ReadCell> } {
    const known = this.#rows.get(number);
    if (known) return known;
    const row = { hidden: false, cells: new Map<number, ReadCell>() };
    this.#rows.set(number, row);
    return row;
  }
}

function isWithin(number: number, last: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= last;
}
