import { CompassError } from '../../source/problem.ts';

/** How much of a workbook is read. One with the answers of one reviewer has 15,000 cells and unpacks to 1.2 MB. */
export interface WorkbookLimits {
  /** Bytes that its parts may unpack to, together. */
  readonly unpacked: number;
  /** Cells that are not empty, in all sheets. */
  readonly cells: number;
  /** Rows that the file lists, in all sheets, also empty ones. */
  readonly rows: number;
}

export const workbookLimits: WorkbookLimits = { unpacked: 32 * 1024 * 1024, cells: 300_000, rows: 1_100_000 };

/** Counts what is read of one file. */
export class Meter {
  readonly #name: string;
  readonly #limits: WorkbookLimits;
  #unpacked = 0;
  #cells = 0;
  #rows = 0;

  /** @param name of the file, in messages */
  constructor(name: string, limits: WorkbookLimits) {
    this.#name = name;
    this.#limits = limits;
  }

  /**
   * Counts bytes that are unpacked, and characters that the file writes shorter than they are.
   * @throws CompassError if they are too many together
   */
  unpack(size: number): void {
    this.#unpacked += size;
    if (this.#unpacked > this.#limits.unpacked) {
      const limit = `${Math.floor(this.#limits.unpacked / 1024 / 1024)} MB`;
      throw CompassError.of('workbook-too-large', this.#name, { limit });
    }
  }

  /** @throws CompassError if there are too many rows */
  row(): void {
    this.#rows += 1;
    if (this.#rows > this.#limits.rows) this.#refuse('workbook-too-many-rows', this.#limits.rows);
  }

  /** @throws CompassError if there are too many cells */
  cell(): void {
    this.#cells += 1;
    if (this.#cells > this.#limits.cells) this.#refuse('workbook-too-many-cells', this.#limits.cells);
  }

  #refuse(code: 'workbook-too-many-rows' | 'workbook-too-many-cells', most: number): never {
    throw CompassError.of(code, this.#name, { most: String(most) });
  }
}
