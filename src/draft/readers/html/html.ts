import { Parser } from 'htmlparser2';
import { CompassError } from '../../../source/problem.ts';
import type { Block, Read } from '../../block.ts';
import { lineFinder } from '../line-finder.ts';

const blockElements = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const skippedElements = new Set(
  'script style noscript template head nav select button svg math object iframe textarea title'.split(' '),
);

/** Far deeper than any real page. */
const maxDepth = 2000;

/**
 * An HTML page as blocks: the words that a browser would show. Scripts are never run and nothing is fetched.
 * @throws CompassError if the page nests too deep
 */
export function readHtml(text: string, source: string): Read {
  return { blocks: new HtmlReader(text, source).run(), warnings: [] };
}

interface OpenList {
  readonly ordered: boolean;
  /** The `type` attribute: `1`, `a`, `A`, `i` or `I`. */
  readonly type: string;
  /** Number of the next item. */
  next: number;
}

class HtmlReader {
  readonly #text: string;
  readonly #source: string;
  readonly #lineAt: (offset: number) => number;
  readonly #parser: Parser;
  readonly #blocks: Block[] = [];
  /** The open elements, outermost first. */
  readonly #stack: { readonly isSkipped: boolean }[] = [];
  /** How many of the open elements are skipped; their content is ignored while this is above 0. */
  #skippedDepth = 0;
  readonly #lists: OpenList[] = [];
  /** The number of the current list item, until its first words are written. */
  #marker = '';
  #inHeading = false;
  /** The words of the current block, and the offset of the first of them. */
  #words = '';
  #hasWords = false;
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

  run(): Block[] {
    this.#parser.write(this.#text);
    this.#parser.end();
    this.#endBlock();
    return this.#blocks;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    const isSkipped = skippedElements.has(name) || isSkippedClass(attributes['class'] ?? '') || 'hidden' in attributes;
    this.#stack.push({ isSkipped });
    if (this.#stack.length > maxDepth) throw CompassError.of('too-deep', this.#source);
    if (isSkipped) this.#skippedDepth += 1;
    if (this.#skippedDepth > 0) return;
    if (name === 'br') this.#words += '\n';
    if (blockElements.has(name)) this.#openBlock(name, attributes);
  }

  #openBlock(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#endBlock();
    if (isHeading(name)) this.#inHeading = true;
    if (isList(name)) {
      const next = Number(attributes['start'] ?? 1) || 1;
      this.#lists.push({ ordered: name === 'ol', type: attributes['type'] ?? '1', next });
    }
    const list = this.#lists.at(-1);
    if (name === 'li' && list?.ordered) {
      if (/^\d+$/.test(attributes['value'] ?? '')) list.next = Number(attributes['value']);
      this.#marker = `${listNumber(list.next, list.type)} `;
      list.next += 1;
    }
  }

  #addText(data: string): void {
    if (this.#skippedDepth > 0) return;
    if (!this.#hasWords) this.#start = this.#parser.startIndex + Math.max(0, data.search(/\S/));
    this.#hasWords ||= /\S/.test(data);
    // A line break in the source is white space; only <br> makes a visible one.
    this.#words += data.replaceAll('\n', ' ');
  }

  #close(name: string): void {
    if (this.#stack.pop()?.isSkipped) {
      this.#skippedDepth -= 1;
      return;
    }
    if (this.#skippedDepth > 0 || !blockElements.has(name)) return;
    this.#endBlock();
    if (isHeading(name)) this.#inHeading = false;
    if (isList(name)) this.#lists.pop();
    if (name === 'li') this.#marker = '';
  }

  #endBlock(): void {
    const shown = this.#words
      .replace(/[^\S\u00a0\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (shown !== '') {
      const place = { line: this.#lineAt(this.#start) };
      this.#blocks.push({ text: this.#marker + shown, place, ...(this.#inHeading && { heading: true }) });
      this.#marker = '';
    }
    this.#words = '';
    this.#hasWords = false;
  }
}

function isHeading(name: string): boolean {
  return /^h[1-6]$/.test(name);
}

function isList(name: string): boolean {
  return name === 'ol' || name === 'ul';
}

/** Footnotes and elements for screen readers or screens only, but not references to notes. `oj-note` is the EU Official Journal's class. */
function isSkippedClass(className: string): boolean {
  return (
    /(?:^|[\s_-])(?:oj-note|footnotes?|endnotes?|noprint|visually-hidden|sr-only)(?:$|[\s_-])/i.test(className) &&
    !/(?:^|[\s_-])(?:oj-note-tag|footnote-ref|footnote-back)(?:$|\s)/i.test(className)
  );
}

/** The number that a browser shows before a list item. */
function listNumber(value: number, type: string): string {
  if (type === 'a' || type === 'A') {
    const letter = value <= 26 ? String.fromCharCode(96 + value) : String.fromCharCode(96 + value - 26).repeat(2);
    return `(${type === 'a' ? letter : letter.toUpperCase()})`;
  }
  if (type === 'i' || type === 'I') return `(${type === 'i' ? toRoman(value) : toRoman(value).toUpperCase()})`;
  return `${value}.`;
}

/** A number from 1 to 3999 as a lower-case Roman numeral. */
export function toRoman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let remaining = value;
  let numeral = '';
  for (const [size, letters] of steps) {
    while (remaining >= size) {
      numeral += letters;
      remaining -= size;
    }
  }
  return numeral;
}
