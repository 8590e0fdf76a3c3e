import { CompassError } from '../../source/problem.ts';
import { largestSheet } from '../address.ts';
import type { CellValue, ReadComment, ReadSheet, ReadWorkbook, WorkbookNotice } from './content.ts';
import { type Attributes, attributeOf, eachElement } from './elements.ts';
import type { Meter } from './limits.ts';
import type { Package } from './package.ts';
import { SheetRows } from './rows.ts';

/** @throws CompassError if the file is protected by a password, damaged, or has more than the limits */
export function readOds(opened: Package, { name, meter }: { readonly name: string; readonly meter: Meter }): ReadWorkbook {
  const parts = opened.unpack((path) => path === 'content.xml' || path === 'META-INF/manifest.xml');
  if (/<(?:[\w-]+:)?encryption-data/.test(parts['META-INF/manifest.xml'] ?? ''))
    throw CompassError.of('workbook-encrypted', name);
  const content = parts['content.xml'];
  if (content === undefined) throw CompassError.of('workbook-unreadable', name);
  const reader = new ContentReader(meter);
  eachElement(content, name, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (data) => reader.text(data),
    close: (element) => reader.close(element),
  });
  const notices: WorkbookNotice[] = [];
  if ([...opened.paths].some((path) => /^(?:Basic|Scripts)\/./.test(path))) notices.push('macros');
  if (reader.hasLinks) notices.push('external-links');
  return { format: 'ods', sheets: reader.sheets, notices };
}

/** The cell that is being read. */
interface OpenCell {
  readonly attributes: Attributes;
  /** How often it stands there, one beside the other. */
  readonly repeated: number;
  /** Its paragraphs. */
  readonly lines: string[];
  readonly isCovered: boolean;
}

/** Reads the content of an OpenDocument spreadsheet. */
class ContentReader {
  readonly sheets: ReadSheet[] = [];
  /** Whether a sheet is linked with another file. */
  hasLinks = false;
  readonly #meter: Meter;
  /** Styles of sheets that are hidden. */
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #sheet: { name: string; hidden: boolean; rows: SheetRows; comments: ReadComment[] } | undefined;
  #row = 0;
  #rowRepeats = 1;
  #isRowHidden = false;
  #column = 0;
  #cell: OpenCell | undefined;
  /** How many comments and drawings, whose words are not the cell's, are open. */
  #asides = 0;
  /** Their words, a paragraph in each line. */
  #asideLines: string[] = [];
  #isParagraph = false;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  open(element: string, attributes: Attributes): void {
    if (asides.has(element)) this.#asides += 1;
    else if (element === 'style') this.#style = attributeOf(attributes, 'name') ?? '';
    else if (element === 'table-properties' && attributeOf(attributes, 'display') === 'false')
      this.#hiddenStyles.add(this.#style);
    else if (element === 'table' && !this.#sheet) this.#openSheet(attributes);
    else if (element === 'table-source') this.hasLinks = true;
    else if (element === 'table-row') this.#openRow(attributes);
    else if (element === 'table-cell' || element === 'covered-table-cell') this.#openCell(element, attributes);
    else if (this.#asides > 0 && element === 'p') this.#asideLines.push('');
    else if (this.#cell && this.#asides === 0) this.#openText(element, attributes);
  }

  text(data: string): void {
    // LibreOffice writes several spaces as they are, and reads them so; a line break can only come from how the XML is laid out.
    const last = this.#asideLines.length - 1;
    if (this.#asides > 0 && last >= 0) this.#asideLines[last] += data.replace(/\s+/g, ' ');
    if (this.#isParagraph && this.#asides === 0) this.#add(data.replace(/[\t ]*[\r\n]\s*/g, ' '));
  }

  close(element: string): void {
    if (asides.has(element)) this.#closeAside();
    else if (element === 'p') this.#isParagraph = this.#isParagraph && this.#asides > 0;
    else if (element === 'table-cell' || element === 'covered-table-cell') this.#closeCell();
    else if (element === 'table-row') this.#row += this.#rowRepeats;
    else if (element === 'table' && this.#asides === 0 && this.#sheet) {
      const { name, hidden, rows, comments } = this.#sheet;
      this.sheets.push({ ...rows.sheet(name, hidden), ...(comments.length > 0 && { comments }) });
      this.#sheet = undefined;
    }
  }

  #openSheet(attributes: Attributes): void {
    const hidden = this.#hiddenStyles.has(attributeOf(attributes, 'style-name') ?? '');
    this.#sheet = { name: attributeOf(attributes, 'name') ?? '', hidden, rows: new SheetRows(this.#meter), comments: [] };
    this.#row = 1;
  }

  #closeAside(): void {
    this.#asides -= 1;
    if (this.#asides > 0) return;
    const text = this.#asideLines.join(' ').trim();
    // A shape that belongs to no cell comes before the rows.
    if (text !== '') this.#sheet?.comments.push({ row: this.#row, column: Math.max(1, this.#column), text });
    this.#asideLines = [];
  }

  #openRow(attributes: Attributes): void {
    this.#rowRepeats = repeats(attributeOf(attributes, 'number-rows-repeated'));
    this.#column = 1;
    this.#isRowHidden = (attributeOf(attributes, 'visibility') ?? 'visible') !== 'visible';
    this.#sheet?.rows.row();
  }

  #openCell(element: string, attributes: Attributes): void {
    const repeated = repeats(attributeOf(attributes, 'number-columns-repeated'));
    this.#cell = { attributes, repeated, lines: [], isCovered: element === 'covered-table-cell' };
  }

  #openText(element: string, attributes: Attributes): void {
    if (element === 'p') {
      this.#cell?.lines.push('');
      this.#isParagraph = true;
    } else if (element === 's') this.#addSpaces(repeats(attributeOf(attributes, 'c')));
    else if (element === 'tab') this.#add('\t');
    else if (element === 'line-break') this.#add('\n');
  }

  #addSpaces(count: number): void {
    this.#meter.unpack(count);
    this.#add(' '.repeat(count));
  }

  #add(text: string): void {
    const lines = this.#cell?.lines;
    if (lines && lines.length > 0) lines[lines.length - 1] += text;
  }

  #closeCell(): void {
    const { attributes, repeated, lines, isCovered } = this.#cell ?? { attributes: {}, repeated: 1, lines: [], isCovered: true };
    this.#cell = undefined;
    this.#isParagraph = false;
    const value = isCovered ? undefined : cellValue(attributes, lines.join('\n'));
    if (value) this.#place(value, attributes, repeated);
    this.#column += repeated;
  }

  /** A cell, or a row, that stands there several times is written once, with a number. */
  #place(value: CellValue, attributes: Attributes, repeated: number): void {
    const formula = attributeOf(attributes, 'formula')
      ?.replace(/^\w+:(?==)/, '')
      .replace(/^=/, '');
    for (let down = 0; down < this.#rowRepeats; down++) {
      if (this.#isRowHidden) this.#sheet?.rows.hide(this.#row + down);
      for (let right = 0; right < repeated; right++) {
        this.#sheet?.rows.cell({ row: this.#row + down, column: this.#column + right }, value, formula);
      }
    }
    const [rows, columns] = [
      repeats(attributeOf(attributes, 'number-rows-spanned')),
      repeats(attributeOf(attributes, 'number-columns-spanned')),
    ];
    const from = { row: this.#row, column: this.#column };
    if (rows * columns > 1)
      this.#sheet?.rows.merge({ from, to: { row: from.row + rows - 1, column: from.column + columns - 1 } });
  }
}

const asides = new Set(['annotation', 'frame', 'custom-shape', 'shapes', 'tracked-changes', 'detective']);

function repeats(attribute: string | undefined): number {
  const number = Number(attribute ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, largestSheet.rows) : 1;
}

function cellValue(attributes: Attributes, text: string): CellValue | undefined {
  // LibreOffice says in an attribute of its own that the result of a formula is an error.
  const type = attributeOf(attributes, 'value-type');
  if (/^(?:#[A-Z0-9/]+[!?]?|Err:\d+)$/.test(text) && attributeOf(attributes, 'formula') !== undefined)
    return { kind: 'error', error: text };
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(attributeOf(attributes, 'value'));
      return Number.isFinite(number) ? { kind: 'number', number } : { kind: 'text', text };
    }
    case 'date':
      return {
        kind: 'date',
        date: (attributeOf(attributes, 'date-value') ?? text).replace(/T00:00:00(?:\.0+)?$/, '').replace(/\.\d+$/, ''),
      };
    case 'boolean':
      return { kind: 'boolean', boolean: attributeOf(attributes, 'boolean-value') === 'true' };
    default: {
      const own = attributeOf(attributes, 'string-value') ?? text;
      return own === '' && attributeOf(attributes, 'formula') === undefined ? undefined : { kind: 'text', text: own };
    }
  }
}
