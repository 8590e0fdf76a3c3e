import { strFromU8 } from 'fflate';
import type { ReadingWarning } from '../../../core/reading.ts';
import { CompassError } from '../../../source/problem.ts';
import type { Block, BlockRole, Read } from '../../block.ts';
import type { Place } from '../../structure/provision.ts';
import { tableText } from '../columns.ts';
import { isPale, isUnseen, PaleWords, picture } from '../ink.ts';
import { InlineText } from '../inline.ts';
import { TableRows } from '../table-rows.ts';
import { unpackParts } from '../unzip.ts';
import { type Element, parseXml, withUsualPrefixes } from '../xml.ts';
import { Lists } from './lists.ts';
import { type TextStyle, TextStyles } from './styles.ts';

/**
 * An OpenDocument text as blocks: paragraphs with their automatic numbers, tables, notes. Tracked changes are read as accepted.
 * Deleted, struck and hidden words are apart.
 * @throws CompassError if it is damaged or unpacks to more than 64 MB
 */
export function readOdt(bytes: Uint8Array, name: string): Read {
  const parts = unpackParts(
    bytes,
    name,
    { unreadable: 'odt-unreadable' },
    (part) => part === 'content.xml' || part === 'styles.xml',
  );
  const content = parts['content.xml'];
  if (!content) throw CompassError.of('odt-unreadable', name);
  const styles = parts['styles.xml'];
  const roots = [...(styles ? [parsed(strFromU8(styles), name)] : []), parsed(strFromU8(content), name)];
  return new OdtReader(roots).run();
}

/** Like `readOdt`, for a file that is a single XML text (`.fodt`). */
export function readFlatOdt(text: string, name: string): Read {
  return new OdtReader([parsed(text, name)]).run();
}

function parsed(text: string, name: string): Element {
  return parseXml(text, name, withUsualPrefixes(text, prefixes));
}

/** The usual prefix of each namespace, by the end of its address. */
const prefixes = Object.fromEntries(
  ['office', 'text', 'style', 'table', 'drawing', 'svg-compatible', 'xsl-fo-compatible'].map((space) => [
    `opendocument:xmlns:${space}:1.0`,
    { drawing: 'draw', 'svg-compatible': 'svg', 'xsl-fo-compatible': 'fo' }[space] ?? space,
  ]),
);

interface Context {
  readonly role: BlockRole;
  readonly isStruck: boolean;
  /** The list around a paragraph: its style and its depth, 0 for the outermost. */
  readonly list: { readonly style: string; readonly depth: number } | undefined;
  /** The colour behind the words of a cell, a frame or the page; undefined if the file states none. */
  readonly background: string | undefined;
}

class OdtReader {
  readonly #root: Element;
  readonly #styles: TextStyles;
  readonly #lists: Lists;
  readonly #warnings: ReadingWarning[] = [];
  readonly #pale = new PaleWords();
  /** What was deleted at each mark of a tracked change. */
  readonly #deletions = new Map<string, Element>();
  /** The number of the current list item, until its first words are written. */
  #number = '';
  #paragraph = 0;
  /** Blocks of the current paragraph that come after it: notes, text boxes, descriptions. */
  #after: Block[] = [];

  constructor(roots: readonly Element[]) {
    this.#root = roots.at(-1) as Element;
    this.#styles = new TextStyles(roots);
    this.#lists = new Lists(roots);
    this.#collectDeletions(this.#root);
  }

  run(): Read {
    const blocks: Block[] = [];
    this.#readBlocks(this.#root, { role: 'body', isStruck: false, list: undefined, background: this.#styles.page }, blocks);
    return { blocks, warnings: [...this.#warnings, ...this.#pale.warnings()] };
  }

  #collectDeletions(element: Element): void {
    for (const child of element.children) {
      const id = child.attributes['text:id'] ?? child.attributes['xml:id'] ?? '';
      const deletion = child.name === 'text:changed-region' && child.children.find(({ name }) => name === 'text:deletion');
      if (deletion) this.#deletions.set(id, deletion);
      else if (child.name !== 'text:p') this.#collectDeletions(child);
    }
  }

  #readBlocks(element: Element, context: Context, blocks: Block[]): void {
    for (const child of element.children) this.#readBlock(child, context, blocks);
  }

  #readBlock(child: Element, context: Context, blocks: Block[]): void {
    const { name, attributes } = child;
    if (name === 'text:p' || name === 'text:h') this.#readParagraph(child, context, blocks);
    else if (name === 'text:list') this.#readList(child, context, blocks);
    else if (name === 'table:table') this.#readTable(child, context, blocks);
    else if (name === 'text:change') this.#addDeletion(attributes['text:change-id'] ?? '', blocks);
    else if (name === 'text:index-body') this.#readBlocks(child, { ...context, role: 'contents' }, blocks);
    else if (name === 'text:section')
      this.#readBlocks(child, { ...context, isStruck: context.isStruck || isHiddenSection(attributes) }, blocks);
    else if (!skippedElements.has(name)) this.#readBlocks(child, context, blocks);
  }

  #readParagraph(element: Element, context: Context, blocks: Block[]): void {
    this.#paragraph += 1;
    const place = { line: this.#paragraph };
    const words = new InlineText();
    const style = this.#styles.of('paragraph', element.attributes['text:style-name']);
    const outer = this.#after;
    this.#after = [];
    this.#addWords(element, { ...style, ...((context.isStruck || hidesParagraph(element)) && { hidden: true }) }, words, context);
    const after = this.#after;
    this.#after = outer;
    const isHeading = element.name === 'text:h';
    const depth = Number(element.attributes['text:outline-level'] ?? 1) - 1;
    const number = isHeading && !context.list ? this.#lists.nextHeading(depth) : this.#number;
    const { text, struck } = words.finish();
    if (text !== '') {
      const numbered = [number.trim(), text].filter(Boolean).join(' ');
      const role = context.role === 'body' ? {} : { role: context.role };
      blocks.push({ text: numbered, place, ...(isHeading && { heading: true }), ...role });
      this.#number = '';
    }
    // One by one: a paragraph may have more notes than a call may have arguments.
    for (const each of struck) blocks.push({ text: each, place, role: 'struck' });
    for (const block of after) blocks.push(block);
  }

  #addWords(element: Element, style: TextStyle, words: InlineText, context: Context): void {
    for (const piece of element.pieces) {
      if (typeof piece === 'string') this.#addText(piece.replace(/[\r\n]/g, ' '), style, words, context);
      else this.#addInline(piece, style, words, context);
    }
  }

  #addText(text: string, style: TextStyle, words: InlineText, context: Context): void {
    const ink = { ...style, background: style.background ?? context.background };
    const struck = isApart(style) || isUnseen(ink);
    if (!struck && context.role === 'body' && isPale(ink)) this.#pale.add(text);
    words.add(text, { struck, raised: style.raised === true });
  }

  #addInline(piece: Element, style: TextStyle, words: InlineText, context: Context): void {
    const { name, attributes } = piece;
    const sign = signs[name];
    if (sign !== undefined) this.#addText(sign, style, words, context);
    else if (name === 'text:span')
      this.#addWords(piece, { ...style, ...this.#styles.of('text', attributes['text:style-name']) }, words, context);
    else if (name === 'text:change') words.add(this.#deletedText(attributes['text:change-id'] ?? ''), { struck: true });
    else if (name === 'text:note') this.#addNote(piece, isApart(style), context);
    else if (name === 'draw:frame' || name === 'draw:custom-shape') this.#addFrame(piece, context);
    else if (/^text:hidden-(?:text|paragraph)$/.test(name) && attributes['text:is-hidden'] !== 'false')
      this.#addWords(piece, { ...style, hidden: true }, words, context);
    else if (!skippedElements.has(name)) this.#addWords(piece, style, words, context);
  }

  #addNote(note: Element, isStruck: boolean, { background }: Context): void {
    const [citation, body] = ['text:note-citation', 'text:note-body'].map((name) =>
      note.children.find((each) => each.name === name),
    );
    if (!body) return;
    const content: Block[] = [];
    this.#readBlocks(body, { role: 'note', isStruck, list: undefined, background }, content);
    const own = content.filter(({ role }) => role === 'note');
    const [first] = own;
    const number = citation?.text.trim() ?? '';
    if (first) {
      const text = own.map((block) => block.text).join('\n');
      this.#after.push({ text, place: { ...first.place }, role: 'note', ...(number && { number }) });
    }
    for (const block of content) if (block.role !== 'note') this.#after.push(block);
  }

  /** Adds the paragraphs of a text box, and the description of a picture. */
  #addFrame(frame: Element, context: Context): void {
    const place: Place = { line: this.#paragraph };
    for (const { name, text } of frame.children)
      if ((name === 'svg:desc' || name === 'svg:title') && /\p{L}/u.test(text))
        this.#after.push({ text: text.trim(), place, role: 'alt' });
    const { background = picture } = this.#styles.of('graphic', frame.attributes['draw:style-name']);
    this.#readBlocks(frame, { ...context, background }, this.#after);
  }

  #readList(list: Element, context: Context, blocks: Block[]): void {
    const { attributes } = list;
    const style = attributes['text:style-name'] ?? context.list?.style ?? '';
    const depth = context.list ? context.list.depth + 1 : 0;
    const continues = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
    if (depth === 0 && !continues) this.#lists.restart(style);
    for (const item of list.children) {
      if (item.name === 'text:list-item') {
        const [first] = item.children;
        // An item that begins with a list has no number of its own.
        const start = attributes['text:start-value'] ?? item.attributes['text:start-value'];
        if (first && first.name !== 'text:list')
          this.#number = this.#lists.next(style, depth, start === undefined ? undefined : Number(start));
      }
      this.#readBlocks(item, { ...context, list: { style, depth } }, blocks);
      this.#number = '';
    }
  }

  #readTable(table: Element, context: Context, blocks: Block[]): void {
    const cells = new TableRows();
    for (const row of childrenThrough(table, 'table:table-row')) {
      cells.openRow();
      for (const cell of childrenThrough(row, 'table:table-cell')) {
        cells.openCell(Number(cell.attributes['table:number-columns-spanned'] ?? 1) || 1);
        const isStruck = context.isStruck || /^(?:collapse|filter)$/.test(row.attributes['table:visibility'] ?? '');
        const { background = picture } = this.#styles.of('table-cell', cell.attributes['table:style-name']);
        this.#readBlocks(cell, { ...context, isStruck, list: undefined, background }, cells.cell ?? blocks);
      }
    }
    const { blocks: ordered, warnings } = tableText(cells.rows);
    for (const block of ordered) blocks.push(block);
    this.#warnings.push(...warnings);
  }

  #addDeletion(id: string, blocks: Block[]): void {
    const text = this.#deletedText(id).trim();
    if (text !== '') blocks.push({ text, place: { line: this.#paragraph }, role: 'struck' });
  }

  #deletedText(id: string): string {
    const deletion = this.#deletions.get(id);
    // Words are deleted once.
    this.#deletions.delete(id);
    return deletion ? textOf(deletion).replace(/[^\S\n]+/g, ' ') : '';
  }
}

/** Whether the style of words sets them apart from the law, whatever their colour. */
function isApart({ struck, hidden, tiny }: TextStyle): boolean {
  return struck === true || hidden === true || tiny === true;
}

const signs: Readonly<Record<string, string>> = { 'text:s': ' ', 'text:tab': ' ', 'text:line-break': '\n' };
/** Tracked changes are read where they were made. */
const skippedElements = new Set(
  'text:tracked-changes office:annotation office:annotation-end office:change-info svg:desc svg:title text:ruby-text text:script text:index-title-template text:table-of-content-source text:sequence-decls office:styles office:automatic-styles office:font-face-decls office:scripts office:meta table:shapes'.split(
    ' ',
  ),
);

function isHiddenSection(attributes: Element['attributes']): boolean {
  return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
}

/** Whether a field in a paragraph hides all of it. */
function hidesParagraph(element: Element): boolean {
  return element.children.some(
    (child) =>
      (child.name === 'text:hidden-paragraph' && child.attributes['text:is-hidden'] === 'true') ||
      (child.name === 'text:span' && hidesParagraph(child)),
  );
}

function textOf(element: Element): string {
  if (element.name === 'office:change-info') return '';
  const text = element.pieces.map((piece) => (typeof piece === 'string' ? piece : (signs[piece.name] ?? textOf(piece)))).join('');
  return element.name === 'text:p' || element.name === 'text:h' ? `${text}\n` : text;
}

/** The rows of a table or the cells of a row, also those in groups. */
function childrenThrough(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'table:table' || child.name === 'text:p' ? [] : childrenThrough(child, name);
  });
}
