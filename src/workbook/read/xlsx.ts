import { CompassError } from '../../source/problem.ts';
import { parseAddress } from '../address.ts';
import { commentsIn, textBoxesIn } from './comments.ts';
import type { CellValue, ReadComment, ReadSheet, ReadWorkbook, SkipSheet, WorkbookNotice } from './content.ts';
import { dateOfDays, isDateFormat } from './dates.ts';
import { attributeOf, eachElement } from './elements.ts';
import type { Meter } from './limits.ts';
import type { Package } from './package.ts';
import { SheetRows } from './rows.ts';

/** A file of Excel that is being read. */
interface Context {
  /** Of the file, in messages. */
  readonly name: string;
  readonly meter: Meter;
  /** Undefined if all sheets are read. */
  readonly skips?: SkipSheet | undefined;
}

interface Relationship {
  readonly id: string;
  /** The last part of the type's address: `worksheet`. */
  readonly type: string;
  /** Path in the package. */
  readonly target: string;
}

/** What the cells of all sheets refer to. */
interface Shared {
  readonly strings: readonly string[];
  /** For each style of cells, whether it shows a number as a date. */
  readonly dates: readonly boolean[];
  readonly is1904: boolean;
}

/** @throws CompassError if the file is damaged, or has more than the limits */
export function readXlsx(opened: Package, context: Context): ReadWorkbook {
  const { name } = context;
  const main = mainPath(opened, name);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const index = opened.unpack((path) => path === main || path === relationsPath);
  const related = relationships(index[relationsPath], folder, name);
  const targetOf = (type: string): string | undefined => related.find((each) => each.type === type)?.target;
  const { sheets, is1904 } = workbookPart(index[main] ?? '', name);
  const placed = sheets.flatMap((sheet) => {
    const relation = related.find(({ id }) => id === sheet.relation);
    return relation?.type === 'worksheet' ? [{ ...sheet, path: relation.target }] : [];
  });
  const [strings = '', styles = ''] = [targetOf('sharedStrings'), targetOf('styles')];
  const shares = opened.unpack((path) => path === strings || path === styles);
  const shared = { strings: sharedStrings(shares[strings], name), dates: dateStyles(shares[styles], name), is1904 };
  return {
    format: 'xlsx',
    // One sheet after the other, so that only one is in memory as text.
    sheets: placed.map((sheet) => {
      if (context.skips?.(sheet)) return { name: sheet.name, hidden: sheet.hidden, rows: [], merged: [] };
      const text = opened.unpack((path) => path === sheet.path)[sheet.path];
      if (text === undefined) throw CompassError.of('workbook-unreadable', name);
      const comments = commentsOf(opened, sheet.path, name);
      return { ...readSheet(text, sheet, shared, context), ...(comments.length > 0 && { comments }) };
    }),
    notices: noticesOf(opened.paths),
  };
}

/** What is written beside the cells of a sheet. Of a comment with answers, an older part has a copy for older programs. */
function commentsOf(opened: Package, sheet: string, name: string): ReadComment[] {
  const folder = sheet.slice(0, sheet.lastIndexOf('/') + 1);
  const relationsPath = `${folder}_rels/${sheet.slice(folder.length)}.rels`;
  if (!opened.paths.has(relationsPath)) return [];
  const related = relationships(opened.unpack((path) => path === relationsPath)[relationsPath], folder, name);
  const read = (type: string, from: typeof commentsIn): ReadComment[] => {
    const targets = related.filter((each) => each.type === type).map(({ target }) => target);
    return Object.values(opened.unpack((path) => targets.includes(path))).flatMap((text) => from(text, name));
  };
  const threaded = read('threadedComment', commentsIn);
  const isCopy = ({ row, column }: ReadComment): boolean => threaded.some((each) => each.row === row && each.column === column);
  return [...read('comments', commentsIn).filter((each) => !isCopy(each)), ...threaded, ...read('drawing', textBoxesIn)];
}

function noticesOf(paths: ReadonlySet<string>): WorkbookNotice[] {
  const all = [...paths];
  const notices: WorkbookNotice[] = [];
  if (all.some((path) => /vbaProject\.bin$|(?:^|\/)macrosheets\//i.test(path))) notices.push('macros');
  if (all.some((path) => /(?:^|\/)externalLinks\//i.test(path))) notices.push('external-links');
  return notices;
}

/** The path of the workbook part. */
function mainPath(opened: Package, name: string): string {
  const target = relationships(opened.unpack((path) => path === '_rels/.rels')['_rels/.rels'], '', name).find(
    ({ type }) => type === 'officeDocument',
  )?.target;
  const path = target ?? 'xl/workbook.xml';
  if (!opened.paths.has(path)) throw CompassError.of('workbook-unreadable', name);
  return path;
}

function relationships(text: string | undefined, folder: string, name: string): Relationship[] {
  const found: Relationship[] = [];
  if (text === undefined) return found;
  eachElement(text, name, {
    open: (element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (element !== 'Relationship' || target === '' || mode === 'External') return;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(target, folder) });
    },
  });
  return found;
}

/** The path of a target that is given relative to a folder of the package. */
function resolved(target: string, folder: string): string {
  const path = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function workbookPart(text: string, name: string): { sheets: SheetEntry[]; is1904: boolean } {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  let isWorkbook = false;
  eachElement(text, name, {
    open: (element, attributes) => {
      if (element === 'workbook') isWorkbook = true;
      if (element === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      if (element !== 'sheet') return;
      const { name: title = '', state = 'visible' } = attributes;
      sheets.push({ name: decoded(title), hidden: state !== 'visible', relation: attributeOf(attributes, 'id') ?? '' });
    },
  });
  if (!isWorkbook) throw CompassError.of('workbook-unreadable', name);
  return { sheets, is1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Texts that several cells have. */
function sharedStrings(text: string | undefined, name: string): string[] {
  const strings: string[] = [];
  if (text === undefined) return strings;
  const string = new StringReader();
  eachElement(text, name, {
    open: (element) => string.open(element),
    text: (data) => string.text(data),
    close: (element) => {
      if (element === 'si') strings.push(string.take());
      else string.close(element);
    },
  });
  return strings;
}

/** Puts the pieces of a text together, without how it is pronounced (`rPh`). */
class StringReader {
  #text = '';
  #isText = false;
  #isPhonetic = false;

  open(element: string): void {
    if (element === 'rPh') this.#isPhonetic = true;
    if (element === 't') this.#isText = true;
  }

  text(data: string): void {
    if (this.#isText && !this.#isPhonetic) this.#text += data;
  }

  close(element: string): void {
    if (element === 'rPh') this.#isPhonetic = false;
    if (element === 't') this.#isText = false;
  }

  take(): string {
    const text = decoded(this.#text);
    this.#text = '';
    return text;
  }
}

/** Excel writes characters that XML cannot have as `_x0001_`. */
function decoded(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function dateStyles(text: string | undefined, name: string): boolean[] {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let isCells = false;
  if (text === undefined) return dates;
  eachElement(text, name, {
    open: (element, { numFmtId: id = '0', formatCode: code }) => {
      if (element === 'numFmt' && code !== undefined) codes.set(Number(id), code);
      if (element === 'cellXfs') isCells = true;
      if (element === 'xf' && isCells) dates.push(isDateFormat(Number(id), codes.get(Number(id))));
    },
    close: (element) => {
      if (element === 'cellXfs') isCells = false;
    },
  });
  return dates;
}

/** The cell that is being read. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: string | undefined;
  value: string;
  formula: string | undefined;
}

function readSheet(text: string, { name: title, hidden }: SheetEntry, shared: Shared, { name, meter }: Context): ReadSheet {
  const rows = new SheetRows(meter);
  const inline = new StringReader();
  let row = 0;
  let column = 0;
  let cell: OpenCell | undefined;
  let part = '';
  eachElement(text, name, {
    open: (element, attributes) => {
      part = element;
      if (element === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        column = 0;
        rows.row();
        if (isTrue(attributes['hidden'])) rows.hide(row);
      } else if (element === 'c') {
        const at = attributes['r'] === undefined ? undefined : parseAddress(attributes['r']);
        column = at?.column ?? column + 1;
        const { t: type = 'n', s: style } = attributes;
        cell = { row: at?.row ?? row, column, type, style, value: '', formula: undefined };
      } else if (element === 'mergeCell') mergeCells(attributes['ref'] ?? '', rows);
      else if (element === 'f' && cell) cell.formula = '';
      else if (cell) inline.open(element);
    },
    text: (data) => {
      if (!cell) return;
      if (part === 'v') cell.value += data;
      else if (part === 'f') cell.formula = (cell.formula ?? '') + data;
      else inline.text(data);
    },
    close: (element) => {
      part = '';
      if (element === 'c' && cell) {
        rows.cell(cell, cellValue(cell, inline.take(), shared), cell.formula);
        cell = undefined;
      } else if (cell) inline.close(element);
    },
  });
  return rows.sheet(title, hidden);
}

function mergeCells(reference: string, rows: SheetRows): void {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (from && to) rows.merge({ from, to });
}

function cellValue({ type, style, value }: OpenCell, inline: string, shared: Shared): CellValue | undefined {
  switch (type) {
    case 's':
      return { kind: 'text', text: shared.strings[Number(value)] ?? '' };
    case 'inlineStr':
      return { kind: 'text', text: inline };
    case 'str':
      return { kind: 'text', text: decoded(value) };
    case 'b':
      return { kind: 'boolean', boolean: isTrue(value) };
    case 'e':
      return { kind: 'error', error: value };
    case 'd':
      return { kind: 'date', date: value.replace(/(?:T00:00:00(?:\.0+)?)?Z?$/, '') };
    default:
      return numberOrDate(value, shared.dates[Number(style ?? 0)] === true, shared.is1904);
  }
}

function numberOrDate(value: string, isDate: boolean, is1904: boolean): CellValue | undefined {
  if (value.trim() === '') return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: 'text', text: value };
  const date = isDate ? dateOfDays(number, is1904) : undefined;
  return date === undefined ? { kind: 'number', number } : { kind: 'date', date };
}
