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
 * Parses the subset of YAML that people and `compass` itself use in answers files, about thirty times faster than the full
 * parser: block mappings and sequences, single-line scalars, literal and folded text, flow collections on one line, comments.
 * Everything else (anchors, tags, several documents, multi-line scalars, any error) is left to the full parser, which alone
 * defines what a text means: this parser gives the same value or none (test/source/quick-yaml.test.ts).
 * @returns the value, or `undefined` if the text needs the full parser
 */
export function quickYaml(text: string): unknown {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  // Tabs, byte-order marks and lone carriage returns have special rules.
  if (['\t', '\ufeff', '\r'].some((mark) => unix.includes(mark))) return undefined;
  // The document end marker. The other markers (`---`, `%`) need no test, since a key cannot begin with them here.
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
  /** Offset of the line after the current one. */
  #next = 0;
  /** Of the current line: its indentation, and the offsets at which its unread content begins and ends. */
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
    // Unread input: a continuation line or bad indentation.
    return this.#atEnd ? value : leave();
  }

  /** Moves to the next line that is neither blank nor only a comment. */
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

  /** Reads the key of the line and its colon. */
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

  /** Reads the value of a key: on the same line, or in the lines below that are indented more. */
  #value(indent: number): unknown {
    if (!this.#toContent()) {
      this.#advance();
      if (this.#indent > indent) return this.#isDash() ? this.#sequence(this.#indent) : this.#mapping(this.#indent);
      return this.#indent === indent && this.#isDash() ? this.#sequence(indent) : null;
    }
    return this.#scalar(indent);
  }

  /** Skips spaces. Returns whether the line has more content than a comment. */
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
        // `- key: value`: the indentation of this mapping is the column of its first key.
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

  /** Reads a scalar or a flow collection that begins on this line, and moves to the line after it. */
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

  /**
   * Reads a block scalar (`|` or `>`, with `-` or `+`): the lines below that are indented at least as much as the first of them.
   */
  #blockText(indent: number, folded: boolean): string {
    const text = this.#text;
    const header = /^[|>]([-+]?) *(?: #.*)?$/.exec(text.slice(this.#start, this.#end));
    if (!header) return leave();
    const lines: string[] = [];
    let width: number | undefined;
    let at = this.#next;
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end === -1) end = text.length;
      let start = at;
      while (text.charCodeAt(start) === space) start++;
      if (start < end) {
        width ??= start - at;
        if (width <= indent) leave();
        if (start - at < width) break;
        // Lines that are indented more than the first are not folded.
        if (folded && start - at > width) leave();
        lines.push(text.slice(at + width, end));
      } else {
        // A line of spaces is empty or not, depending on their number.
        if (start > at) leave();
        lines.push('');
      }
      at = end + 1;
    }
    if (width === undefined) leave();
    this.#next = at;
    this.#advance();
    return blockText(lines, folded, header[1] ?? '');
  }
}
