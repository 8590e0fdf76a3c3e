import type { ReadingWarning } from '../../../core/reading.ts';
import type { Block, Read } from '../../block.ts';
import { structureMarkers } from '../../structure/numbers/markers.ts';
import type { Place } from '../../structure/provision.ts';
import { tableText } from '../columns.ts';
import { toRoman } from '../html/numbers.ts';
import { PaleWords } from '../ink.ts';
import { InlineText } from '../inline.ts';
import { TableRows } from '../table-rows.ts';
import { type UnpackBudget, unpackBudget } from '../unzip.ts';
import type { Element } from '../xml.ts';
import { FieldNumbers } from './field-numbers.ts';
import { fieldMarks } from './fields.ts';
import { readImport } from './imports.ts';
import { type ListNumber, Numbering } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import { type NoteReference, type ParagraphContent, RunReader } from './runs.ts';
import {
  firstNamed,
  isOutlined,
  type ParagraphStyle,
  type RunStyle,
  readStyles,
  type Styles,
  shadingOf,
  valueIn,
} from './styles.ts';

/** How deep Word files import each other, at most: a guard against files that import themselves. */
const maxDepth = 2;
/** Characters of imported files: a part may be imported any number of times. */
const maxImported = 6_000_000;

/**
 * A Word document (Office Open XML) as blocks: paragraphs in document order with their automatic numbers, tables, notes and
 * imported files. Tracked changes are read as accepted: insertions are included. Deleted, struck and hidden words are apart.
 * @throws CompassError if it is not a Word file, is encrypted, or unpacks to more than 64 MB
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Read> {
  return readWithin(bytes, name, { depth: 0, budget: unpackBudget() });
}

/** @param limits how deep the file is in others, and what it and the files in it may unpack to */
async function readWithin(bytes: Uint8Array, name: string, limits: { depth: number; budget: UnpackBudget }): Promise<Read> {
  const { depth, budget } = limits;
  const file = openPackage(bytes, name, budget);
  const imported = new Map<string, Read>();
  for (const [id, part] of file.imports) {
    const read = await readImport(part, name, async (word) =>
      depth < maxDepth ? readWithin(word, name, { depth: depth + 1, budget }) : undefined,
    );
    if (read) imported.set(id, read);
  }
  return readPackage(file, imported);
}

/** @param imported the imported files by the id of their relationship, as far as they can be read */
export function readPackage(file: WordPackage, imported: ReadonlyMap<string, Read> = new Map()): Read {
  return new DocumentReader(file, imported).run();
}

class DocumentReader {
  readonly #file: WordPackage;
  readonly #imported: ReadonlyMap<string, Read>;
  readonly #styles: Styles;
  readonly #runs: RunReader;
  readonly #numbering: Numbering;
  readonly #fieldNumbers: FieldNumbers;
  readonly #warnings: ReadingWarning[] = [];
  readonly #noteTexts: Readonly<Record<NoteReference['kind'], ReadonlyMap<string, Element>>>;
  readonly #noteCounts = { footnotes: 0, endnotes: 0 };
  readonly #counts = { imported: 0, unread: 0, characters: 0 };
  /** What the current paragraph has, and what is left of the paragraphs before it whose marks are deleted. */
  #content: ParagraphContent = emptyContent();
  #paragraph = 0;
  /** What may have a colour behind its words: the page, and the open tables and text boxes. */
  #backgrounds = 0;
  readonly #pale = new PaleWords();
  /** What the style of the table around gives to its words. */
  #cellRun: RunStyle = {};

  constructor(file: WordPackage, imported: ReadonlyMap<string, Read>) {
    this.#file = file;
    this.#imported = imported;
    this.#styles = readStyles(file.part('styles'));
    this.#numbering = new Numbering(file.part('numbering'), this.#styles);
    this.#fieldNumbers = new FieldNumbers(this.#numbering);
    const [footnotes, endnotes] = [file.part('footnotes'), file.part('endnotes')];
    this.#runs = new RunReader(this.#styles, fieldMarks([file.main, footnotes, endnotes]), this.#fieldNumbers);
    this.#noteTexts = { footnotes: notesById(footnotes), endnotes: notesById(endnotes) };
  }

  run(): Read {
    const blocks: Block[] = [];
    if (this.#file.main.children.some((root) => firstNamed(root, 'w:background'))) this.#backgrounds += 1;
    this.#readContent(this.#file.main, false, blocks);
    this.#addBlocks(this.#content, { line: this.#paragraph }, blocks);
    const { imported, unread } = this.#counts;
    const embedded: ReadingWarning[] = [
      ...(imported > 0 ? [{ code: 'embedded', n: imported } as const] : []),
      ...(unread > 0 ? [{ code: 'embedded-unread', n: unread } as const] : []),
    ];
    return { blocks, warnings: [...this.#warnings, ...embedded, ...this.#pale.warnings()] };
  }

  #readContent(element: Element, isDeleted: boolean, blocks: Block[]): void {
    for (const child of element.children) {
      if (child.name === 'w:p') this.#readParagraph(child, isDeleted, blocks);
      else if (child.name === 'w:tbl') this.#readTable(child, isDeleted, blocks);
      else if (child.name === 'w:altChunk') this.#readImport(child.attributes['r:id'] ?? '', blocks);
      else if (child.name === 'w:subDoc') this.#counts.unread += 1;
      else if (child.name !== 'mc:Fallback' && child.name !== 'w:pPr')
        this.#readContent(child, isDeleted || isRemovedOrHidden(child), blocks);
    }
  }

  #readParagraph(element: Element, isDeleted: boolean, blocks: Block[]): void {
    this.#paragraph += 1;
    const place = { line: this.#paragraph };
    const properties = firstNamed(element, 'w:pPr');
    const named = this.#styles.of(properties && valueIn(properties, 'w:pStyle'));
    const style = { ...named, run: { ...this.#cellRun, ...named.run } };
    const level = properties && valueIn(properties, 'w:outlineLvl');
    const position = this.#numbering.positionOf(properties, style);
    const isRemoved = isDeleted || isMarkDeleted(properties);
    const isCounted = position && !isRemoved && !this.#runs.isHidden(element, style.run);
    const number = isCounted ? this.#numbering.next(position) : undefined;
    this.#fieldNumbers.enterParagraph({ outline: level === undefined ? style.outline : Number(level), position });
    const background = shadingOf(properties);
    const run = background === undefined ? style.run : { ...style.run, background };
    this.#runs.read(element, run, isDeleted, this.#content);
    // A paragraph whose mark is deleted has no number: what is left of it belongs to the next one.
    if (isRemoved) this.#leaveToNext(place, blocks);
    else {
      const content = this.#content;
      this.#content = emptyContent();
      const heading = (level === undefined ? style.heading : isOutlined(level)) || namesGroup(number);
      this.#addBlocks(content, place, blocks, { number, heading, style });
    }
    // A text box is part of a paragraph and contains paragraphs.
    this.#backgrounds += 1;
    for (const child of element.children) this.#readContent(child, isDeleted, blocks);
    this.#backgrounds -= 1;
  }

  #leaveToNext(place: Place, blocks: Block[]): void {
    const content = this.#content;
    const struck = content.words.carry();
    this.#content = emptyContent();
    if (content.words.isBlank) this.#addBlocks(content, place, blocks);
    else {
      const { words, notes, alternatives, pale, embedded } = content;
      this.#content = { ...this.#content, words, notes, alternatives, pale, embedded };
    }
    for (const words of struck) blocks.push({ text: words, place, role: 'struck' });
  }

  #addBlocks(
    content: ParagraphContent,
    place: Place,
    blocks: Block[],
    head?: { readonly number: ListNumber | undefined; readonly heading: boolean; readonly style: ParagraphStyle },
  ): void {
    const { text, struck } = content.words.finish();
    const isContents = content.lengths.contents * 2 > content.lengths.all;
    const role = isContents ? 'contents' : head?.style.role;
    if (text !== '')
      blocks.push({ text: numbered(text, head?.number), place, ...(head?.heading && { heading: true }), ...(role && { role }) });
    for (const words of struck) blocks.push({ text: words, place, role: 'struck' });
    for (const note of content.notes) this.#addNote(note, place, blocks);
    for (const words of content.alternatives)
      if (/\p{L}/u.test(words)) blocks.push({ text: words.replace(/\s+/g, ' ').trim(), place, role: 'alt' });
    this.#counts.unread += content.embedded;
    if (this.#backgrounds === 0) for (const words of content.pale) this.#pale.add(words);
  }

  #addNote({ kind, id, isStruck, hasOwnMark }: NoteReference, place: Place, blocks: Block[]): void {
    if (!hasOwnMark && !isStruck) this.#noteCounts[kind] += 1;
    const note = this.#noteTexts[kind].get(id);
    if (!note) return;
    const content = emptyContent();
    for (const paragraph of paragraphsOf(note)) {
      const style = this.#styles.of(valueIn(firstNamed(paragraph, 'w:pPr') ?? paragraph, 'w:pStyle'));
      this.#runs.read(paragraph, style.run, isStruck, content);
      content.words.add('\n', { struck: isStruck });
    }
    const { text, struck } = content.words.finish();
    // Word numbers endnotes with Roman numerals unless a document says otherwise.
    const count = this.#noteCounts[kind];
    const number = hasOwnMark ? '' : kind === 'footnotes' ? String(count) : toRoman(count);
    if (text !== '') blocks.push({ text, place: { ...place }, role: 'note', ...(number && { number }) });
    for (const words of struck) blocks.push({ text: words, place: { ...place }, role: 'struck' });
  }

  #readTable(table: Element, isDeleted: boolean, blocks: Block[]): void {
    const cells = new TableRows();
    this.#backgrounds += 1;
    const outer = this.#cellRun;
    const rows = childrenThrough(table, 'w:tr');
    for (const [index, row] of rows.entries()) {
      const isRowDeleted = isDeleted || hasMark(firstNamed(row, 'w:trPr'), 'w:del');
      cells.openRow();
      this.#cellRun = { ...outer, ...this.#styles.tableRun(table, { isFirst: index === 0, isLast: index === rows.length - 1 }) };
      for (const cell of childrenThrough(row, 'w:tc')) {
        const properties = firstNamed(cell, 'w:tcPr');
        cells.openCell(Number((properties && valueIn(properties, 'w:gridSpan')) ?? 1) || 1);
        const content = cells.cell ?? blocks;
        this.#readContent(cell, isRowDeleted || hasMark(properties, 'w:cellDel'), content);
        // What is left of a paragraph without its mark stays in its cell.
        this.#addBlocks(this.#content, { line: this.#paragraph }, content);
        this.#content = emptyContent();
      }
    }
    this.#backgrounds -= 1;
    this.#cellRun = outer;
    const { blocks: ordered, warnings } = tableText(cells.rows);
    for (const block of ordered) blocks.push(block);
    this.#warnings.push(...warnings);
  }

  #readImport(id: string, blocks: Block[]): void {
    const read = this.#imported.get(id);
    const length = read?.blocks.reduce((sum, { text }) => sum + text.length + 1, 0) ?? 0;
    if (!read || this.#counts.characters + length > maxImported) {
      this.#counts.unread += 1;
      return;
    }
    this.#counts.imported += 1;
    this.#counts.characters += length;
    for (const block of read.blocks) blocks.push({ ...block, place: { line: this.#paragraph + 1 } });
    this.#warnings.push(...read.warnings);
  }
}

function emptyContent(): ParagraphContent {
  const lengths = { all: 0, contents: 0 };
  return { words: new InlineText(), notes: [], alternatives: [], pale: [], embedded: 0, lengths, afterNumber: false };
}

/** Puts a number before the words of its paragraph. It touches them only if Word shows it so and it is not misread then. */
function numbered(text: string, number: ListNumber | undefined): string {
  if (!number || number.text === '') return text;
  const touches = number.suffix === 'nothing' && !/[\p{L}\p{N}.)]$/u.test(number.text.trim() + text.charAt(0));
  return [number.text.trim(), text].join(touches ? '' : ' ');
}

/** Whether an automatic number is the name of a part, a chapter or an annex, so that its paragraph is a heading. */
function namesGroup(number: ListNumber | undefined): boolean {
  const markers = structureMarkers(number?.text.trim() ?? '');
  return markers.length > 0 && markers.every(({ type, rest }) => (type === 'group' || type === 'annex') && rest === '');
}

/** Whether what is in an element is deleted or moved away, or is a drawing that is not shown. */
function isRemovedOrHidden({ name, attributes, children }: Element): boolean {
  if (name === 'w:del' || name === 'w:moveFrom') return true;
  if (/(?:^|;)\s*(?:visibility\s*:\s*hidden|display\s*:\s*none)/i.test(attributes['style'] ?? '')) return true;
  return children.some((child) => child.name === 'wp:docPr' && /^(?:1|true|on)$/.test(child.attributes['hidden'] ?? ''));
}

function isMarkDeleted(properties: Element | undefined): boolean {
  const mark = properties && firstNamed(properties, 'w:rPr');
  return hasMark(mark, 'w:del') || hasMark(mark, 'w:moveFrom');
}

function hasMark(properties: Element | undefined, name: string): boolean {
  return properties !== undefined && firstNamed(properties, name) !== undefined;
}

/** The rows of a table or the cells of a row, also those in content controls and tracked changes. */
function childrenThrough(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'w:tbl' || child.name === 'w:p' ? [] : childrenThrough(child, name);
  });
}

function notesById(part: Element): Map<string, Element> {
  const notes = part.children.flatMap(({ children }) => [...children]);
  return new Map(
    notes
      .filter(({ attributes }) => !/eparator$|^continuationNotice$/.test(attributes['w:type'] ?? ''))
      .map((note) => [note.attributes['w:id'] ?? '', note]),
  );
}

function paragraphsOf(element: Element): Element[] {
  return element.children.flatMap((child) => (child.name === 'w:p' ? [child] : paragraphsOf(child)));
}
