/** What a cell looks like. Colours are six hexadecimal digits: `1f4e79`. */
export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  /** In points; 10 if absent. */
  readonly size?: number;
  readonly colour?: string;
  /** The colour behind it. */
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** At the middle of a high row; at its top if absent. */
  readonly middle?: true;
  readonly wrap?: true;
  /** How a number is shown: `0.0`, `yyyy-mm-dd`; `@` is text, whatever is typed. */
  readonly format?: string;
  /** Whether it can be changed where its sheet is locked. */
  readonly open?: true;
  readonly border?: true;
}

/** Text is never read as a formula: only `formula` is one, and it is never made from anybody's text. */
export interface Cell {
  /** With a formula: the value that is shown until it is calculated. A date is a number of days, see `daysOfDate`. */
  readonly value?: string | number | boolean;
  /** Without `=`. */
  readonly formula?: string;
  readonly style?: Style;
}

export interface Row {
  /** From the first column on. */
  readonly cells: readonly (Cell | undefined)[];
  /** In points, until somebody changes the row: then it grows with its text. */
  readonly height?: number;
  readonly hidden?: true;
}

export interface Column {
  /** In characters. */
  readonly width: number;
  readonly hidden?: true;
}

/** What can be entered into cells. */
export interface Choices {
  /** `D4:D12`. */
  readonly cells: string;
  /** The formula of a range, or the words in quotes with commas between them. Absent for `date`. */
  readonly list?: string;
  /** Whether the cells take a date and nothing else. */
  readonly date?: true;
  /** Shown while the cell is selected. Cut to what Excel can show. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Said where something else is entered; anything is accepted if absent. */
  readonly refusal?: { readonly title: string; readonly text: string };
}

/** A look that cells have while a formula is true; or colours from the lowest to the highest number. */
export type Rule =
  | {
      readonly cells: string;
      /** For the first cell of the range; references in it move with the cell. */
      readonly formula: string;
      readonly style: Pick<Style, 'bold' | 'colour' | 'fill'>;
    }
  | {
      readonly cells: string;
      /** From 0 to 100. */
      readonly scale: readonly [low: string, middle: string, high: string];
    };

export interface Link {
  /** The address of its cell. */
  readonly cell: string;
  /** A place in the workbook: `'Guidance'!A5`. */
  readonly to: string;
}

export interface Sheet {
  /** At most 31 characters; see `sheetNames`. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Rows after those, which are made while the sheet is written: a million of them need not be in memory. */
  readonly furtherRows?: Iterable<Row>;
  readonly hidden?: true;
  readonly rightToLeft?: true;
  /** Colour of its tab. */
  readonly tab?: string;
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Whether only cells with an `open` style can be changed. Without a password: it guards against accidents. */
  readonly locked?: true;
  /** Ranges that are one cell each: `B2:F2`. */
  readonly merged?: readonly string[];
  readonly choices?: readonly Choices[];
  readonly rules?: readonly Rule[];
  readonly links?: readonly Link[];
  /** The range with buttons for filtering in its first row. */
  readonly filter?: string;
  readonly print?: Print;
}

/** A4 across. */
export interface Print {
  /** Rows that every page begins with: `2:4`, as first and last. */
  readonly repeatedRows?: readonly [first: number, last: number];
  /** Columns that every page begins with, from 1. */
  readonly repeatedColumns?: readonly [first: number, last: number];
  /** Pages beside each other. */
  readonly pagesWide: number;
  readonly footer: string;
}

export interface Workbook {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly sheets: readonly Sheet[];
}

/** Characters that the name of a sheet can have. */
const longestName = 31;

/** Makes texts the names of sheets: without the characters that Excel forbids, short enough, and each of them once. */
export function sheetNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const plain =
      text
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, '') || '-';
    let name = shortened(plain, longestName);
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      const end = ` ${number}`;
      name = shortened(plain, longestName - end.length) + end;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Text cut to a number of UTF-16 units, by which Excel counts. */
function shortened(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();
}

/**
 * The number of days by which Excel stands for a date.
 * @returns undefined if the text is not a date such as `2026-06-15` from 1 March 1900 on, before which Excel counts a day too many
 */
export function daysOfDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  const days = time / 86_400_000 + 25_569;
  return Number.isInteger(days) && days >= 61 && new Date(time).toISOString().startsWith(text) ? days : undefined;
}
