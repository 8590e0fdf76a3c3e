import { blockText } from './block-text.ts';
import { Flow } from './flow.ts';
import {
  bar,
  beginsPlain,
  closing,
  colon,
  dash,
  doubleQuote,
  greater,
  hash,
  leave,
  maxDepth,
  maxKey,
  notOurs,
  openBrace,
  openBracket,
  plain,
  singleQuote,
  space,
  trimEnd,
  unquoted,
} from './scalars.ts';

/**
 * Reads the YAML that people and `compass` itself write in answers files, some thirty times faster than the full parser: block
 * mappings and sequences, scalars of one line, literal and folded text, flow collections on one line, comments. Whatever else there
 * is (anchors, tags, several documents, scalars over several lines, every kind of error) it leaves to the full parser, so that
 * there is one judge of what YAML means: the two read the same or this one reads nothing (test/source/quick-yaml.test.ts).
 * @returns the value, or `undefined` where the text is for the full parser
 */
export function quickYaml(text: string): unknown {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  // A tab may be white space or content, a byte-order mark anything, a carriage return alone nothing.
  if (['\t', '\ufeff', '\r'].some((mark) => unix.includes(mark))) return undefined;
  // The end of a document. What else begins or ends one (`---`, `%`) is no key that is read here.
  if (unix.startsWith('...') || unix.includes('\n...')) return undefined;
  try {
    return new Reader(unix).document();
  } catch (error) {
    if (error === notOurs) return undefined;
    throw error;
  }
}

class Reader {
  readonly #text: string;
  /** Where the line to be read begins; its indentation, and where its content begins and ends. */
  #next = 0;
  #indent = 0;
  #start = 0;
  #end = 0;
  #atEnd = false;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    this.#advance();
    if (this.#indent !== 0 || this.#isDash()) return leave();
    const value = this.#mapping(0);
    // A line that is indented further than the one before it lets it be goes on with a scalar, or belongs to nothing: it is left over.
    return this.#atEnd ? value : leave();
  }

  /** Goes to the next line that holds more than white space or a comment. */
  #advance(): void {
    const text = this.#text;
    for (;;) {
      if (this.#next >= text.length) {
        this.#atEnd = true;
        this.#indent = -1;
        return;
      }
      const begin = this.#next;
      let end = text.indexOf('\n', begin);
      if (end === -1) end = text.length;
      this.#next = end + 1;
      let start = begin;
      while (text.charCodeAt(start) === space) start++;
      if (start === end || text.charCodeAt(start) === hash) continue;
      this.#indent = start - begin;
      this.#start = start;
      this.#end = end;
      return;
    }
  }

  #isDash(): boolean {
    if (this.#text.charCodeAt(this.#start) !== dash) return false;
    const after = this.#start + 1;
    return after === this.#end || this.#text.charCodeAt(after) === space;
  }

  #mapping(indent: number): Record<string, unknown> {
    if (++this.#depth > maxDepth) leave();
    const map: Record<string, unknown> = {};
    while (this.#indent === indent && !this.#isDash()) {
      const key = this.#key();
      if (Object.hasOwn(map, key)) leave();
      map[key] = this.#value(indent);
    }
    this.#depth--;
    return map;
  }

  /** The key of the line; what follows its colon is left to be read. */
  #key(): string {
    const text = this.#text;
    const code = text.charCodeAt(this.#start);
    let key: string;
    let after: number;
    if (code === doubleQuote || code === singleQuote) {
      after = closing(text, this.#start, this.#end);
      key = unquoted(text, this.#start, after);
      while (text.charCodeAt(after) === space) after++;
      if (text.charCodeAt(after) !== colon) leave();
    } else {
      if (!beginsPlain(code) || code === dash) leave();
      after = text.indexOf(':', this.#start);
      while (after !== -1 && after + 1 < this.#end && text.charCodeAt(after + 1) !== space) after = text.indexOf(':', after + 1);
      if (after === -1 || after >= this.#end) leave();
      let last = after;
      while (text.charCodeAt(last - 1) === space) last--;
      key = text.slice(this.#start, last);
      if (key.includes(' #') || typeof plain(key) !== 'string') leave();
    }
    if (after + 1 < this.#end && text.charCodeAt(after + 1) !== space) leave();
    if (key === '__proto__' || after - this.#start > maxKey) leave();
    this.#start = after + 1;
    return key;
  }

  /** What follows a key: on its line, or in the lines below that are indented further. */
  #value(indent: number): unknown {
    if (!this.#toContent()) {
      this.#advance();
      if (this.#indent > indent) return this.#isDash() ? this.#sequence(this.#indent) : this.#mapping(this.#indent);
      return this.#indent === indent && this.#isDash() ? this.#sequence(indent) : null;
    }
    return this.#scalar(indent);
  }

  /** Skips spaces; whether anything but a comment follows on the line. */
  #toContent(): boolean {
    const text = this.#text;
    while (text.charCodeAt(this.#start) === space) this.#start++;
    return this.#start < this.#end && text.charCodeAt(this.#start) !== hash;
  }

  #sequence(indent: number): unknown[] {
    if (++this.#depth > maxDepth) leave();
    const list: unknown[] = [];
    while (this.#indent === indent && this.#isDash()) {
      this.#start++;
      if (!this.#toContent()) {
        this.#advance();
        if (this.#indent <= indent) list.push(null);
        else list.push(this.#isDash() ? this.#sequence(this.#indent) : this.#mapping(this.#indent));
      } else if (this.#holdsKey()) {
        // `- key: value`: a mapping that is indented as far as its first key.
        const lineStart = this.#text.lastIndexOf('\n', this.#start) + 1;
        this.#indent = this.#start - lineStart;
        list.push(this.#mapping(this.#indent));
      } else list.push(this.#scalar(indent));
    }
    this.#depth--;
    return list;
  }

  /** Whether the rest of the line begins with a key. */
  #holdsKey(): boolean {
    const text = this.#text;
    const code = text.charCodeAt(this.#start);
    if (code === openBrace || code === openBracket) return false;
    if (code === doubleQuote || code === singleQuote) {
      let after = closing(text, this.#start, this.#end);
      while (text.charCodeAt(after) === space) after++;
      return text.charCodeAt(after) === colon;
    }
    const line = text.slice(this.#start, this.#end);
    const at = line.search(/:(?: |$)/);
    return at !== -1 && !line.slice(0, at).includes(' #');
  }

  /** A scalar or a flow collection that begins on this line, and goes to the line after it. */
  #scalar(indent: number): unknown {
    const text = this.#text;
    const code = text.charCodeAt(this.#start);
    if (code === bar || code === greater) return this.#blockText(indent, code === greater);
    let value: unknown;
    if (code === doubleQuote || code === singleQuote) {
      const after = closing(text, this.#start, this.#end);
      value = unquoted(text, this.#start, after);
      this.#restIsEmpty(after);
    } else if (code === openBrace || code === openBracket) {
      const flow = new Flow(text, this.#start, this.#end);
      value = flow.value(0);
      this.#restIsEmpty(flow.at);
    } else {
      if (!beginsPlain(code) || this.#isDash()) leave();
      let line = text.slice(this.#start, this.#end);
      const comment = line.indexOf(' #');
      if (comment !== -1) line = line.slice(0, comment);
      line = trimEnd(line);
      if (line.includes(': ') || line.charCodeAt(line.length - 1) === colon) leave();
      value = plain(line);
    }
    this.#advance();
    return value;
  }

  #restIsEmpty(after: number): void {
    const text = this.#text;
    let at = after;
    while (text.charCodeAt(at) === space) at++;
    if (at < this.#end && (text.charCodeAt(at) !== hash || at === after)) leave();
  }

  /** `|` and `>`, with `-` or `+`: text of the lines that follow, to the last that is indented as far as the first. */
  #blockText(indent: number, folded: boolean): string {
    const text = this.#text;
    const header = /^[|>]([-+]?) *(?: #.*)?$/.exec(text.slice(this.#start, this.#end));
    if (!header) return leave();
    const lines: string[] = [];
    let width = -1;
    let at = this.#next;
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end === -1) end = text.length;
      let start = at;
      while (text.charCodeAt(start) === space) start++;
      if (start < end) {
        if (width === -1) width = start - at;
        if (start - at < width) break;
        if (width <= indent) {
          width = -1;
          break;
        }
        // Lines that are indented further are not folded: for the full parser.
        if (folded && start - at > width) leave();
        lines.push(text.slice(at + width, end));
      } else {
        // A line of spaces only is empty, unless it has more of them than the text is indented.
        if (start > at) leave();
        lines.push('');
      }
      at = end + 1;
    }
    if (width === -1) leave();
    this.#next = at;
    this.#advance();
    return blockText(lines, folded, header[1] ?? '');
  }
}
