import {
  beginsPlain,
  closeBrace,
  closeBracket,
  closing,
  colon,
  comma,
  dash,
  doubleQuote,
  hash,
  leave,
  maxDepth,
  maxKey,
  openBrace,
  openBracket,
  plain,
  singleQuote,
  space,
  unquoted,
} from './scalars.ts';

/** Parser of a flow collection (`[...]` or `{...}`) that ends on the line on which it begins. */
export class Flow {
  readonly #text: string;
  /** The offset of the end of the line. */
  readonly #end: number;
  /** The offset of the next unread character. */
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

  /**
   * Skips spaces. Returns the next character's code; at the end of the line that is a line feed or NaN, which no caller accepts.
   */
  #spaces(): number {
    while (this.#text.charCodeAt(this.at) === space) this.at++;
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
        // `a:b`, `a#b`, `a:,` are rare, and their meaning depends on the context.
        leave();
      }
    }
    let last = this.at;
    while (text.charCodeAt(last - 1) === space) last--;
    return plain(text.slice(start, last));
  }
}
