import { Parser } from 'htmlparser2';
import type { ReadingWarning } from '../../../core/reading.ts';
import { CompassError } from '../../../source/problem.ts';
import { type Block, type BlockRole, maxBlocks, type Read } from '../../block.ts';
import type { Cell } from '../cells.ts';
import { tableText } from '../columns.ts';
import { isPale, isUnseen, PaleWords } from '../ink.ts';
import { InlineText } from '../inline.ts';
import { lineFinder } from '../line-finder.ts';
import { TableRows } from '../table-rows.ts';
import { Counters, generatedNumber } from './counters.ts';
import { noDeclarations, StyleSheet } from './css.ts';
import { blockElements, ElementReader, type OpenElement } from './elements.ts';
import { listNumber, listType } from './numbers.ts';

/** Far deeper than any real page. */
const maxDepth = 2000;

/**
 * An HTML page as blocks: the words that a browser would show, and the deleted, struck and hidden ones apart. Scripts are never
 * run and nothing is fetched; of style sheets, those inside the page are read.
 * @throws CompassError if the page nests too deep
 */
export function readHtml(text: string, source: string): Read {
  try {
    return new HtmlReader(text, source, true).run();
  } catch (error) {
    if (!(error instanceof CompassError) || error.problems[0]?.code !== 'too-complex') throw error;
    // A site's whole style sheet may set the colour and the place of everything: without these, the rest can be told.
    return new HtmlReader(text, source, false).run();
  }
}

interface OpenList {
  readonly ordered: boolean;
  /** The `type` attribute: `1`, `a`, `A`, `i` or `I`; empty if no number is shown. */
  readonly type: string;
  /** Number of the next item. */
  next: number;
}

class HtmlReader {
  readonly #text: string;
  readonly #source: string;
  readonly #lineAt: (offset: number) => number;
  readonly #parser: Parser;
  readonly #sheet: StyleSheet;
  readonly #elements: ElementReader;
  readonly #blocks: Block[] = [];
  readonly #warnings: ReadingWarning[] = [];
  readonly #pale = new PaleWords();
  /** The open elements, outermost first. */
  readonly #stack: OpenElement[] = [];
  readonly #lists: OpenList[] = [];
  readonly #tables: TableRows[] = [];
  readonly #counters = new Counters();
  /** The number of the current list item or paragraph, until its first words are written. */
  #marker = '';
  /** The depth of the element that has this number. */
  #markerDepth = 0;
  #inHeading = false;
  readonly #words = new InlineText();
  /** Words of another role inside the current block, such as a text for screen readers. */
  readonly #inlineAsides: { readonly role: BlockRole; readonly text: string }[] = [];
  /** The number of blocks. */
  #count = 0;
  /** The offset of the first word of the current block. */
  #start = 0;

  /** @param readsPlaces whether words that are hidden by their place, size or colour are looked for */
  constructor(text: string, source: string, readsPlaces: boolean) {
    this.#text = text;
    this.#sheet = new StyleSheet({ readsPlaces });
    this.#elements = new ElementReader(this.#sheet);
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
    return { blocks: this.#blocks, warnings: [...this.#warnings, ...this.#pale.warnings()] };
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    const element = this.#elements.open(name, attributes, this.#stack);
    if (this.#sheet.isTooComplex) throw CompassError.of('too-complex', this.#source);
    // The paragraph that it ends still belongs to the elements around it.
    if (element.isBlock) this.#endBlock();
    this.#stack.push(element);
    if (this.#stack.length > maxDepth) throw CompassError.of('too-deep', this.#source);
    if (element.isSkipped) return;
    if (name === 'br') this.#words.add('\n', settingOf(element));
    if (name === 'img') this.#addAlternative(attributes['alt'] ?? '');
    if (element.isBlock) this.#openBlock(element);
    else if (blockElements.has(name)) this.#words.add(' ', settingOf(element));
    if (!element.isHidden) this.#number(element);
  }

  #openBlock({ name, attributes, declarations }: OpenElement): void {
    if (isHeading(name)) this.#inHeading = true;
    if (name === 'table') this.#tables.push(new TableRows());
    else if (name === 'tr') this.#tables.at(-1)?.openRow();
    else if (name === 'td' || name === 'th')
      this.#tables.at(-1)?.openCell(spanOf(attributes['colspan']), spanOf(attributes['rowspan']));
    if (!isList(name)) return;
    const next = Number(attributes['start'] ?? 1) || 1;
    const type = listType(declarations['list-style-type'] ?? declarations['list-style']) ?? attributes['type'] ?? '1';
    this.#lists.push({ ordered: name === 'ol', type, next });
  }

  /** Counts an element, and shows the number that its list or a style sheet gives it. */
  #number(element: OpenElement): void {
    const { before, declarations } = element;
    const depth = this.#stack.length;
    const list = element.name === 'li' && element.isBlock ? this.#lists.at(-1) : undefined;
    if (!list && before === noDeclarations && declarations === noDeclarations) return;
    this.#counters.enter(declarations, depth);
    this.#counters.enter(before, depth);
    const { value = '' } = element.attributes;
    if (list && /^\d+$/.test(value)) list.next = Number(value);
    const source = { counters: this.#counters, attributes: element.attributes, item: list?.next };
    const isShown = !/^none\b/i.test(before['display'] ?? '');
    const generated = isShown ? generatedNumber(before['content'], source) : undefined;
    const type = listType(element.declarations['list-style-type']) ?? list?.type ?? '';
    const number = generated ?? (list?.ordered && type !== '' ? listNumber(list.next, type) : '');
    if (list) list.next += 1;
    if (element.isBlock) {
      if (number === '' && !list) return;
      this.#marker = number.trim() === '' ? '' : `${number.trim()} `;
      this.#markerDepth = depth;
    } else if (number !== '') this.#words.add(number, settingOf(element));
  }

  #addText(data: string): void {
    const element = this.#stack.at(-1);
    if (element?.name === 'style') this.#sheet.add(data);
    if (element?.isSkipped || isNoteReference(element, data)) return;
    if (this.#words.isBlank) this.#start = this.#parser.startIndex + Math.max(0, data.search(/\S/));
    // A line break in the source is white space; only <br> makes a visible one.
    const words = data.replaceAll('\n', ' ');
    const role = element?.role ?? 'body';
    const setting = settingOf(element);
    if (role === 'body' && !setting.struck && element && isPale(element.ink)) this.#pale.add(words);
    if (role === (element?.blockRole ?? 'body')) this.#words.add(words, setting);
    else this.#inlineAsides.push({ role, text: words });
  }

  #close(name: string): void {
    const isBlockEnd = this.#stack.at(-1)?.isBlock === true;
    if (isBlockEnd) this.#endBlock();
    this.#counters.leave(this.#stack.length);
    if (this.#stack.length === this.#markerDepth) this.#marker = '';
    this.#stack.pop();
    if (!isBlockEnd) return;
    if (isHeading(name)) this.#inHeading = false;
    if (isList(name)) this.#lists.pop();
    if (name === 'table') this.#closeTable();
  }

  #endBlock(): void {
    const { text, struck } = this.#words.finish();
    const asides = this.#inlineAsides.splice(0).filter((aside) => /[\p{L}\p{N}]/u.test(aside.text));
    if (text === '' && struck.length === 0 && asides.length === 0) return;
    const place = { line: this.#lineAt(this.#start) };
    const role = this.#stack.at(-1)?.blockRole ?? 'body';
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
    this.#count += 1;
    if (this.#count > maxBlocks) throw CompassError.of('too-many-paragraphs', this.#source, { most: String(maxBlocks) });
    this.#target().push(block);
  }

  /** Where blocks go: into the open cell, or to the end. */
  #target(): Block[] {
    return this.#tables.at(-1)?.cell ?? this.#blocks;
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    const { blocks, warnings } = tableText((table?.rows ?? []) satisfies readonly (readonly Cell[])[]);
    const target = this.#target();
    for (const block of blocks) target.push(block);
    this.#warnings.push(...warnings);
  }
}

function spanOf(attribute: string | undefined): number {
  return Math.max(1, Math.floor(Number(attribute ?? 1)) || 1);
}

function settingOf(element: OpenElement | undefined): { struck: boolean; raised: boolean } {
  const struck =
    element !== undefined &&
    (element.isStruck ||
      element.isHidden ||
      element.isInvisible ||
      element.isTransparent ||
      element.isTiny ||
      isUnseen(element.ink));
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
