import { visible } from '../../../text/plain-text.ts';
import { columnLetters } from '../../../workbook/address.ts';
import { heightFor, widthFor } from '../../../workbook/heights.ts';
import { type Cell, daysOfDate, type Row, type Rule, type Sheet, type Style } from '../../../workbook/sheets.ts';

/** What a cell of a report has. */
export type Content = string | number | null | undefined;

/** A column of a report. */
export interface ReportColumn<Data> {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (row: Data) => Content;
  readonly style?: Style;
}

/** A table as a sheet that can be sorted and filtered. */
export interface ReportTable<Data> {
  readonly name: string;
  readonly columns: readonly ReportColumn<Data>[];
  /** Gone through twice, and made anew each time where they are many. */
  readonly rows: Iterable<Data>;
  /** Whether each row is one line high: for tables that programs read, and for very long ones. */
  readonly flat?: true;
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  /** Scores from 0 to 100, which get a colour: the first and the last of these columns, from 1. */
  readonly coloured?: readonly [first: number, last: number];
  readonly rules?: readonly Rule[];
  readonly pagesWide?: number;
  /** Text at the foot of each page. */
  readonly footer: string;
  readonly rightToLeft: boolean;
  readonly tab?: string;
}

export const styles = {
  heading: { bold: true, colour: 'ffffff', fill: '1f3864', wrap: true, middle: true, border: true },
  text: { wrap: true, border: true },
  strong: { bold: true, wrap: true, border: true },
  id: { colour: '595959', wrap: true, border: true, size: 9 },
  score: { border: true, format: '0.0' },
  whole: { border: true, format: '0' },
  exact: { border: true },
  /** One line, however long the text is. */
  line: { border: true },
  /** A cell that the plan is filled in with. */
  open: { border: true, wrap: true, fill: 'fffbe6' },
  date: { border: true, format: 'yyyy-mm-dd', align: 'left', fill: 'fffbe6' },
} as const satisfies Readonly<Record<string, Style>>;

/** From the lowest score to the highest: red, yellow, green. The number stands in the cell. */
const scale = ['f8696b', 'ffeb84', '63be7b'] as const;

export function reportSheet<Data>(table: ReportTable<Data>): Sheet {
  const { name, rows, frozenColumns, coloured, rules = [], pagesWide = 1, flat, footer, rightToLeft, tab } = table;
  const columns = flat ? table.columns : table.columns.map((column) => fitting(column, rows));
  const count = countOf(rows);
  const last = count + 1;
  const colours: Rule[] =
    coloured && count > 0 ? [{ cells: `${columnLetters(coloured[0])}2:${columnLetters(coloured[1])}${last}`, scale }] : [];
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      {
        cells: columns.map(({ heading }) => ({ value: heading, style: styles.heading })),
        height: heightFor(columns.map(({ heading, width }) => [heading, width - 3])),
      },
    ],
    furtherRows: { [Symbol.iterator]: () => sheetRows(columns, rows, flat === true) },
    frozen: { rows: 1, columns: frozenColumns },
    rules: [...colours, ...rules],
    // A filter over no rows is an error in Excel.
    ...(count > 0 && { filter: `A1:${columnLetters(columns.length)}${last}` }),
    ...(rightToLeft && { rightToLeft }),
    ...(tab !== undefined && { tab }),
    print: {
      pagesWide,
      footer: visible(footer),
      repeatedRows: [1, 1],
      ...(pagesWide > 1 && { repeatedColumns: [1, frozenColumns] as const }),
    },
  };
}

/** A column that is wide enough for its longest text, which would be cut below the highest row that there can be. */
function fitting<Data>(column: ReportColumn<Data>, rows: Iterable<Data>): ReportColumn<Data> {
  const texts = function* (): Generator<string> {
    for (const row of rows) {
      const content = column.cell(row);
      if (typeof content === 'string') yield content;
    }
  };
  return { ...column, width: widthFor(texts(), column.width) };
}

function countOf(rows: Iterable<unknown>): number {
  let count = 0;
  for (const _ of rows) count += 1;
  return count;
}

function* sheetRows<Data>(columns: readonly ReportColumn<Data>[], rows: Iterable<Data>, isFlat: boolean): Generator<Row> {
  for (const row of rows) yield isFlat ? { cells: cellsOf(columns, row) } : rowOf(columns, row);
}

function cellsOf<Data>(columns: readonly ReportColumn<Data>[], row: Data): Cell[] {
  return columns.map((column) => cellOf(column.cell(row), column.style ?? styles.text));
}

function rowOf<Data>(columns: readonly ReportColumn<Data>[], row: Data): Row {
  const cells = cellsOf(columns, row);
  const texts = cells.map(({ value }, index) => [typeof value === 'string' ? value : '', columns[index]?.width ?? 1] as const);
  return { cells, height: heightFor(texts) };
}

/** Lines of text stay lines; what would act on a terminal or turn the direction of text is shown. */
function cellOf(content: Content, style: Style): Cell {
  if (content === null || content === undefined || content === '') return { style };
  if (typeof content === 'number') return { value: content, style };
  const days = style === styles.date ? daysOfDate(content) : undefined;
  return { value: days ?? (content.includes('\n') ? content.split('\n').map(visible).join('\n') : visible(content)), style };
}

/** Languages that are written from right to left. */
export function isRightToLeft(language: string): boolean {
  return ['ar', 'fa', 'he', 'ps', 'ur'].includes(language.split('-')[0] ?? '');
}
