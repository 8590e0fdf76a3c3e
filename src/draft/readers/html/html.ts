import { Parser } from 'htmlparser2';
import type { ReadingWarning } from '../../../core/reading.ts';
import { CompassError } from '../../../source/problem.ts';
import type { Block, BlockRole, Read } from '../../block.ts';
import { type Cell, tableText } from '../columns.ts';
import { InlineText } from '../inline.ts';
import { lineFinder } from '../line-finder.ts';
import { StyleSheet } from './css.ts';
import { blockElements, type OpenElement, openElement } from './elements.ts';
import { generatedNumber, listNumber, listType } from './numbers.ts';

/** Far deeper than any real page. */
const maxDepth = 2000;

/**
 * An HTML page as blocks: the words that a browser would show, and the deleted, struck and hidden ones apart. Scripts are never
 * run and nothing is fetched; of style sheets, those inside the page are read.
 * @throws CompassError if the page nests too deep
 */
export function readHtml(text: string, source: string): Read {
  return new HtmlReader(text, source).run();
}

interface OpenList {
  readonly ordered: boolean;
  /** The `type` attribute: `1`, `a`, `A`, `i` or `I`; empty if no number is shown. */
  readonly type: string;
  /** Number of the next item. */
  next: number;
}

interface OpenTable {
  readonly rows: Block[][][];
}

class HtmlReader {
  readonly #text: string;
  readonly #source: string;
  readonly #lineAt: (offset: number) => number;
  readonly #parser: Parser;
  readonly #sheet = new StyleSheet();
  readonly #blocks: Block[] = [];
  readonly #warnings: ReadingWarning[] = [];
  /** The open elements, outermost first. */
  readonly #stack: OpenElement[] = [];
  readonly #lists: OpenList[] = [];
  readonly #tables: OpenTable[] = [];
  /** The number of the current list item, until its first words are written. */
  #marker = '';
  #inHeading = false;
  readonly #words = new InlineText();
  /** Words of another role inside the current block, such as a text for screen readers. */
  readonly #inlineAsides: { readonly role: BlockRole; readonly text: string }[] = [];
  /** The offset of the first word of the current block. */
  #start = 0;

  constructor(text: string, source: string) {
    this.#text = text;
    this.#source = source;
    this.#lineAt = lineFinder(text);
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (data) => this.#addText(data),
      onclosetag: (name) => this.#close(name),
    });
  }

  run(): Read {
    this.#parser.write(this.#text);
    this.#parser.end();
    this.#endBlock();
    while (this.#tables.length > 0) this.#closeTable();
    return { blocks: this.#blocks, warnings: this.#warnings };
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element = openElement(name, attributes, this.#stack, this.#sheet);
    // The paragraph that it ends still belongs to the elements around it.
    if (isBlock(element)) this.#endBlock();
    this.#stack.push(element);
    if (this.#stack.length > maxDepth) throw CompassError.of('too-deep', this.#source);
    if (element.isSkipped) return;
    if (name === 'br') this.#words.add('\n', settingOf(element));
    if (name === 'img') this.#addAlternative(attributes['alt'] ?? '');
    if (isBlock(element)) this.#openBlock(element, attributes);
    else if (blockElements.has(name)) this.#words.add(' ', settingOf(element));
  }

  #openBlock(element: OpenElement, attributes: Readonly<Record<string, string>>): void {
    const { name, declarations } = element;
    if (isHeading(name)) this.#inHeading = true;
    if (name === 'table') this.#tables.push({ rows: [] });
    else if (name === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (name === 'td' || name === 'th') this.#tables.at(-1)?.rows.at(-1)?.push([]);
    if (isList(name)) {
      const next = Number(attributes['start'] ?? 1) || 1;
      const type = listType(declarations['list-style-type'] ?? declarations['list-style']) ?? attributes['type'] ?? '1';
      this.#lists.push({ ordered: name === 'ol', type, next });
    }
    const list = this.#lists.at(-1);
    if (name === 'li' && list?.ordered) this.#openItem(element, list, attributes['value'] ?? '');
  }

  #openItem(element: OpenElement, list: OpenList, value: string): void {
    if (/^\d+$/.test(value)) list.next = Number(value);
    const { content } = this.#sheet.declarationsFor(element, this.#stack.slice(0, -1), true);
    const type = listType(element.declarations['list-style-type']) ?? list.type;
    const number = generatedNumber(content, list.next) ?? (type === '' ? '' : listNumber(list.next, type));
    this.#marker = number === '' ? '' : `${number} `;
    list.next += 1;
  }

  #addText(data: string): void {
    const element = this.#stack.at(-1);
    if (element?.name === 'style') this.#sheet.add(data);
    if (element?.isSkipped || isNoteReference(element, data)) return;
    if (this.#words.isBlank) this.#start = this.#parser.startIndex + Math.max(0, data.search(/\S/));
    // A line break in the source is white space; only <br> makes a visible one.
    const words = data.replaceAll('\n', ' ');
    const role = element?.role ?? 'body';
    if (role === this.#blockRole) this.#words.add(words, settingOf(element));
    else this.#inlineAsides.push({ role, text: words });
  }

  #close(name: string): void {
    const element = this.#stack.at(-1);
    const isBlockEnd = element !== undefined && isBlock(element);
    if (isBlockEnd) this.#endBlock();
    this.#stack.pop();
    if (!isBlockEnd) return;
    if (isHeading(name)) this.#inHeading = false;
    if (isList(name)) this.#lists.pop();
    if (name === 'li') this.#marker = '';
    if (name === 'table') this.#closeTable();
  }

  #endBlock(): void {
    const { text, struck } = this.#words.finish();
    const asides = this.#inlineAsides.splice(0).filter((aside) => /[\p{L}\p{N}]/u.test(aside.text));
    if (text === '' && struck.length === 0 && asides.length === 0) return;
    const place = { line: this.#lineAt(this.#start) };
    const role = this.#blockRole;
    if (text !== '') {
      const block = { text: this.#marker + text, place };
      if (role === 'note') this.#addNote(block);
      else if (role === 'body') this.#add({ ...block, ...(this.#inHeading && { heading: true }) });
      else this.#add({ ...block, role });
      this.#marker = '';
    }
    for (const words of struck) this.#add({ text: words, place, role: 'struck' });
    for (const aside of asides) this.#add({ ...aside, text: aside.text.replace(/\s+/g, ' ').trim(), place });
  }

  /** What the innermost open block holds. */
  get #blockRole(): BlockRole {
    return this.#stack.findLast(isBlock)?.role ?? 'body';
  }

  /** Adds a note, or a paragraph without a number to the note before it. */
  #addNote({ text, place }: Block): void {
    const [marker = '', number = ''] = /^[[(]?(\d{1,4}|\*{1,3})[\])]?[.:]?\s+/.exec(text) ?? [];
    const target = this.#target();
    const last = target.at(-1);
    if (number === '' && last?.role === 'note') target[target.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else target.push({ text: text.slice(marker.length), place, role: 'note', ...(number && { number }) });
  }

  #addAlternative(text: string): void {
    const place = { line: this.#lineAt(this.#parser.startIndex) };
    if (/\p{L}/u.test(text)) this.#add({ text: text.replace(/\s+/g, ' ').trim(), place, role: 'alt' });
  }

  #add(block: Block): void {
    this.#target().push(block);
  }

  /** Where blocks go: into the open cell, or to the end. */
  #target(): Block[] {
    return this.#tables.at(-1)?.rows.at(-1)?.at(-1) ?? this.#blocks;
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    const { blocks, warnings } = tableText((table?.rows ?? []) satisfies readonly (readonly Cell[])[]);
    const target = this.#target();
    for (const block of blocks) target.push(block);
    this.#warnings.push(...warnings);
  }
}

/** Whether a browser puts the element on lines of its own. One that is not displayed does not interrupt the paragraph around it. */
function isBlock({ name, isSkipped, isHidden }: OpenElement): boolean {
  return blockElements.has(name) && !isSkipped && !isHidden;
}

function settingOf(element: OpenElement | undefined): { struck: boolean; raised: boolean } {
  const struck = element !== undefined && (element.isStruck || element.isHidden || element.isInvisible);
  return { struck, raised: element?.isRaised === true };
}

/** A raised number that links to a note on the page. The note has its number. */
function isNoteReference(element: OpenElement | undefined, words: string): boolean {
  return element?.isRaised === true && element.isLink && /^\s*[[(]?\s*(?:\d{1,3}|\*+|†)\s*[\])]?\s*$/.test(words);
}

function isHeading(name: string): boolean {
  return /^h[1-6]$/.test(name);
}

function isList(name: string): boolean {
  return name === 'ol' || name === 'ul';
}
