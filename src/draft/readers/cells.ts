import { type Block, isBody } from '../block.ts';
import { isHeading } from '../structure/columns.ts';

/** The blocks of a cell. */
export type Cell = readonly Block[];

export function textOf(cell: Cell): string {
  return cell.map(({ text }) => text).join(' ');
}

/** Whether a row has one cell, which spans the others. */
export function isSpanning(row: readonly Cell[]): boolean {
  return row.length === 1;
}

/** Whether a paragraph is the heading of an article, a chapter or an annex. */
export function isProvision(block: Block): boolean {
  return isBody(block) && isHeading(block, ['unit', 'group', 'annex']);
}

/**
 * The rows with the headings that a column leaves out. The column of an agreement is empty where it has not been reached: its
 * text belongs to the article that the other columns name.
 */
export function withSharedHeadings(
  rows: readonly (readonly Cell[])[],
  index: number,
  order: readonly number[],
): (readonly Cell[])[] {
  let missing: Cell = [];
  return rows.map((row) => {
    if (isSpanning(row)) return row;
    const own = row[index] ?? [];
    if (own.length === 0) {
      const heading = sharedHeading(order.flatMap((other) => (row[other]?.length ? [row[other]] : [])));
      if (heading.length > 0) missing = isHeading(heading[0] as Block, ['unit']) ? [...groupsOf(missing), ...heading] : heading;
      return row;
    }
    if (missing.length === 0) return row;
    const above = own.some(isProvision) ? groupsOf(missing) : missing;
    missing = [];
    return above.length === 0 ? row : row.map((cell, column) => (column === index ? [...above, ...own] : cell));
  });
}

/** The heading that at least two columns have alike, and no column otherwise. */
function sharedHeading(cells: readonly Cell[]): Cell {
  const [first = []] = cells;
  const isShared = cells.length > 1 && cells.every((cell) => textOf(cell) === textOf(first));
  return isShared && first.length === 1 && first.every(isProvision) ? first : [];
}

function groupsOf(headings: Cell): Block[] {
  return headings.filter((block) => !isHeading(block, ['unit']));
}
