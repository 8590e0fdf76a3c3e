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
  if (['---', '...', '%'].some((mark) => unix.startsWith(mark) || unix.includes(`\n${mark}`))) return undefined;
  try {
    return new Reader(unix).document();
  } catch (error) {
    if (error === notOurs) return undefined;
    throw error;
  }
}

/** Thrown where the full parser has to have a look. */
const notOurs = Symbol('for the full parser');

function leave(): never {
  throw notOurs;
}

/** Deeper than this no answers file goes. */
const maxDepth = 20;
/** A key of the full parser's that is longer must be written otherwise. */
const maxKey = 1000;

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
    if (this.#atEnd || this.#indent !== 0 || this.#isDash()) return leave();
    const value = this.#mapping(0);
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
      while (start < end && text.charCodeAt(start) === space) start++;
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
    if (this.#indent > indent) leave();
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
      const met = metKey(text, this.#start, last);
      key = met ?? text.slice(this.#start, last);
      if (met === undefined) {
        if (key.includes(' #') || typeof plain(key) !== 'string') leave();
        metKeys[slotOf(text, this.#start, last)] = key;
      }
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
    while (this.#start < this.#end && text.charCodeAt(this.#start) === space) this.#start++;
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
      } else if (this.#isDash()) leave();
      else if (this.#holdsKey()) {
        // `- key: value`: a mapping that is indented as far as its first key.
        const lineStart = this.#text.lastIndexOf('\n', this.#start) + 1;
        this.#indent = this.#start - lineStart;
        list.push(this.#mapping(this.#indent));
      } else list.push(this.#scalar(indent));
    }
    if (this.#indent > indent) leave();
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
    // What is indented further goes on with the scalar.
    if (this.#indent > indent) leave();
    return value;
  }

  #restIsEmpty(after: number): void {
    const text = this.#text;
    let at = after;
    while (at < this.#end && text.charCodeAt(at) === space) at++;
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
      while (start < end && text.charCodeAt(start) === space) start++;
      if (start < end) {
        if (width === -1) width = start - at;
        if (start - at < width) {
          if (start - at > indent) leave();
          break;
        }
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
    return chomped(folded ? foldedText(lines) : lines, header[1] ?? '');
  }
}

/** Lines of folded text: one line break is a space, each more of them stays. */
function foldedText(lines: readonly string[]): string[] {
  let last = lines.length - 1;
  while (last > 0 && lines[last] === '') last--;
  const out: string[] = [];
  let breaks = -1;
  for (const line of lines.slice(0, last + 1)) {
    if (line === '') breaks++;
    else if (out.length === 0) {
      for (let count = 0; count <= breaks; count++) out.push('');
      out.push(line);
      breaks = 0;
    } else if (breaks === 0) out[out.length - 1] += ` ${line}`;
    else {
      for (let count = 1; count < breaks; count++) out.push('');
      out.push(line);
      breaks = 0;
    }
  }
  return [...out, ...lines.slice(last + 1)];
}

/** The text of a block of lines; `-` leaves no line break at its end, `+` all. */
function chomped(lines: readonly string[], chomping: string): string {
  if (chomping === '+') return `${lines.join('\n')}\n`;
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  const text = lines.slice(0, last).join('\n');
  return chomping === '-' || text === '' ? text : `${text}\n`;
}

/** A flow collection that ends on the line on which it begins. */
class Flow {
  readonly #text: string;
  readonly #end: number;
  at: number;

  constructor(text: string, at: number, end: number) {
    this.#text = text;
    this.at = at;
    this.#end = end;
  }

  value(depth: number): unknown {
    if (depth > maxDepth) leave();
    const code = this.#text.charCodeAt(this.at);
    if (code === openBrace) return this.#mapping(depth);
    if (code === openBracket) return this.#sequence(depth);
    return this.#scalar();
  }

  #mapping(depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    this.at++;
    while (this.#spaces() !== closeBrace) {
      const code = this.#text.charCodeAt(this.at);
      if (code === openBrace || code === openBracket) leave();
      const key = this.#scalar();
      if (typeof key !== 'string' || key === '__proto__' || Object.hasOwn(map, key) || key.length > maxKey) leave();
      if (this.#spaces() !== colon || this.#text.charCodeAt(this.at + 1) !== space) leave();
      this.at++;
      const next = this.#spaces();
      map[key as string] = next === comma || next === closeBrace ? null : this.value(depth + 1);
      this.#separator(closeBrace);
    }
    this.at++;
    return map;
  }

  #sequence(depth: number): unknown[] {
    const list: unknown[] = [];
    this.at++;
    while (this.#spaces() !== closeBracket) {
      list.push(this.value(depth + 1));
      this.#separator(closeBracket);
    }
    this.at++;
    return list;
  }

  #separator(close: number): void {
    const code = this.#spaces();
    if (code === comma) this.at++;
    else if (code !== close) leave();
  }

  /** Goes past spaces; the code that follows, on this line. */
  #spaces(): number {
    while (this.at < this.#end && this.#text.charCodeAt(this.at) === space) this.at++;
    if (this.at >= this.#end) leave();
    return this.#text.charCodeAt(this.at);
  }

  #scalar(): unknown {
    const text = this.#text;
    const start = this.at;
    const first = text.charCodeAt(start);
    if (first === doubleQuote || first === singleQuote) {
      this.at = closing(text, start, this.#end);
      return unquoted(text, start, this.at);
    }
    if (!beginsPlain(first) || first === dash) leave();
    for (; this.at < this.#end; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === comma || code === openBrace || code === closeBrace || code === openBracket || code === closeBracket) break;
      if (code === hash || code === colon) {
        if (code === colon && text.charCodeAt(this.at + 1) === space) break;
        // `a:b`, `a#b`, `a:,`: rare, and what they mean depends on what stands around them.
        leave();
      }
    }
    let last = this.at;
    while (text.charCodeAt(last - 1) === space) last--;
    return plain(text.slice(start, last));
  }
}

const space = 0x20;
const doubleQuote = 0x22;
const hash = 0x23;
const singleQuote = 0x27;
const comma = 0x2c;
const dash = 0x2d;
const colon = 0x3a;
const greater = 0x3e;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const bar = 0x7c;
const closeBrace = 0x7d;

/** Whether a plain scalar may begin so: not with an indicator (`?` and `:` are left to the full parser even where they may). */
function beginsPlain(code: number): boolean {
  return code >= 0x80 || indicators[code] === 0;
}

const indicators = new Uint8Array(0x80);
for (const indicator of '?:,[]{}#&*!|>\'"%@`') indicators[indicator.charCodeAt(0)] = 1;

/**
 * Plain keys that were met: files have the same ones over and over, and to compare is quicker than to look at one anew. As many as
 * there is room for; the last comer has the place.
 */
const metKeys = new Array<string | undefined>(0x400);

function metKey(text: string, start: number, end: number): string | undefined {
  const met = metKeys[slotOf(text, start, end)];
  return met !== undefined && met.length === end - start && text.startsWith(met, start) ? met : undefined;
}

function slotOf(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 7 + text.charCodeAt(end - 1) * 31 + (end - start) * 101) & 0x3ff;
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === space) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Where a quoted scalar that begins here has ended, on the same line. */
function closing(text: string, start: number, end: number): number {
  const isDouble = text.charCodeAt(start) === doubleQuote;
  for (let from = start + 1; ; ) {
    const at = text.indexOf(isDouble ? '"' : "'", from);
    if (at === -1 || at >= end) return leave();
    if (isDouble) {
      let backslashes = 0;
      while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
      if (backslashes % 2 === 0) return at + 1;
      from = at + 1;
    } else if (text.charCodeAt(at + 1) === singleQuote) from = at + 2;
    else return at + 1;
  }
}

/** The text between quotes. In double quotes only the escapes that JSON has too; YAML's own are left to the full parser. */
function unquoted(text: string, start: number, after: number): string {
  const inner = text.slice(start + 1, after - 1);
  if (text.charCodeAt(start) === singleQuote) return inner.includes("''") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes('\\')) return inner;
  if (/\\(?!["\\/bfnrt])/.test(inner.replaceAll('\\\\', ''))) leave();
  return inner.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A plain scalar by the core schema of YAML 1.2. */
function plain(text: string): unknown {
  // The longest word of the schema is `false`, and every number begins with a digit, a sign or a point.
  if (text.charCodeAt(0) <= 0x39) return plainNumber(text);
  if (text.length > 5) return text;
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      return text;
  }
}

function plainNumber(text: string): unknown {
  if (text.length === 1) {
    const digit = text.charCodeAt(0) - 0x30;
    return digit >= 0 && digit <= 9 ? digit : text;
  }
  if (/^[-+]?\d{1,15}$/.test(text)) return Number.parseInt(text, 10);
  if (/^[-+]?(?:\.\d+|\d+\.\d*)$/.test(text)) return text.length > 17 ? leave() : Number.parseFloat(text);
  // What else is a number is for the full parser.
  return isNumber.test(text) ? leave() : text;
}

/** Numbers of the core schema, all of them. */
const isNumber =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
