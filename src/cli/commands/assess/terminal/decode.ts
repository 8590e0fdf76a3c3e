/**
 * What came from a terminal. `characters`: typed one after the other. `line`: so many at once that they are no keys; `isClosed`: with a
 * line break after them. At a prompt for a text that may be a person's Enter; elsewhere it belongs to what was pasted.
 */
export type Token =
  | { readonly kind: 'characters'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string; readonly isClosed: boolean }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'interrupt' | 'suspend' | 'redraw' };

/** Milliseconds within which the rest of an escape sequence arrives. */
export const escapeDelay = 40;

/** Milliseconds within which the next chunk of a paste arrives. */
const pasteGap = 100;

/** Characters: a chunk of as many is no fast typing, and a paste if there are line breaks in it. */
const leastPaste = 8;

/** Characters: nobody types a chunk of this length. */
const surePaste = 1000;

/** Milliseconds within which the last characters of one arrive. Nobody presses Enter that fast. */
const restGap = 20;

/** Bytes: a terminal hands over a long paste in chunks of about this length, and the rest in a shorter one. */
const fullChunk = 4000;

const pasteBegin = '\u001b[200~';
const pasteEnd = '\u001b[201~';

/** Turns chunks of input into tokens. */
export class Decoder {
  /** The beginning of an escape sequence whose rest has not arrived. */
  #pending = '';
  /** The parts of a marked paste whose end has not arrived. */
  #open: string[] | undefined;
  /** When the last chunk of an unmarked paste arrived. */
  #pastedAt = Number.NEGATIVE_INFINITY;
  /** Whether more of it must come. */
  #isUnfinished = false;

  /** Whether an Esc waits for the rest of a sequence. */
  get isWaiting(): boolean {
    return this.#pending !== '';
  }

  /** @param now milliseconds, of a clock that never goes back */
  feed(chunk: string, now: number): Token[] {
    let rest = this.#pending + chunk;
    this.#pending = '';
    const tokens: Token[] = [];
    for (;;) {
      if (this.#open) {
        const read = this.#readPaste(this.#open, rest);
        if (read === undefined) return tokens;
        tokens.push({ kind: 'paste', text: read.text });
        rest = read.rest;
      }
      const begin = rest.indexOf(pasteBegin);
      if (begin === -1) break;
      tokens.push(...this.#typed(rest.slice(0, begin), now));
      this.#open = [''];
      rest = rest.slice(begin + pasteBegin.length);
    }
    const cut = /\u001b(?:\[[0-9;?<]*|O)?$/.exec(rest);
    this.#pending = cut?.[0] ?? '';
    return [...tokens, ...this.#typed(rest.slice(0, rest.length - this.#pending.length), now)];
  }

  /** A lone Esc is only the key if nothing follows it. Called after `escapeDelay` without input. */
  settle(): Token[] {
    const [first, ...others] = this.#pending;
    this.#pending = '';
    if (first === undefined) return [];
    return [{ kind: 'key', key: 'escape' }, ...this.#typed(others.join(''), Number.POSITIVE_INFINITY)];
  }

  /** @returns the paste and what follows it; undefined if its end has not arrived */
  #readPaste(parts: string[], chunk: string): { readonly text: string; readonly rest: string } | undefined {
    // The mark of the end may be split between two chunks.
    const joined = (parts.pop() ?? '') + chunk;
    const end = joined.indexOf(pasteEnd);
    if (end === -1) {
      const kept = Math.max(0, joined.length - pasteEnd.length);
      parts.push(joined.slice(0, kept), joined.slice(kept));
      return undefined;
    }
    this.#open = undefined;
    parts.push(joined.slice(0, end));
    return { text: parts.join(''), rest: joined.slice(end + pasteEnd.length) };
  }

  /** Input outside a marked paste. */
  #typed(text: string, now: number): Token[] {
    if (text === '') return [];
    const characters = text.replace(/[\u0000-\u001f\u007f]/g, '').length;
    const hasBreak = /[\r\n]+(?=[^\r\n])/.test(text);
    // Enter right after a paste is a key, unless the paste is not finished.
    const goesOn = now - this.#pastedAt < (characters >= leastPaste ? pasteGap : this.#isUnfinished ? restGap : 0);
    const isPaste = (hasBreak && characters >= leastPaste) || goesOn || text.length >= surePaste;
    if (isPaste && !/[\u0003\u001b]/.test(text)) {
      this.#pastedAt = now;
      this.#isUnfinished = Buffer.byteLength(text) >= fullChunk;
      return [{ kind: 'paste', text }];
    }
    const [, line = '', end = ''] = /^([^\u0000-\u001f\u007f]+)([\r\n]*)$/.exec(text) ?? [];
    if (line.length >= leastPaste) return [{ kind: 'line', text: line, isClosed: end !== '' }];
    return [...text.matchAll(token)].flatMap(([part]) => tokenOf(part));
  }
}

/** An escape sequence, Esc with a character, a control character, or other characters in a row. */
const token = /\u001b\[[0-9;?<]*[ -/]*[@-~]|\u001bO.|\u001b[^\u001b]|[\u0000-\u001f\u007f]|[^\u0000-\u001f\u007f]+/gsu;

const sequences: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  '1~': 'home',
  '7~': 'home',
  '4~': 'end',
  '8~': 'end',
  '3~': 'delete',
  '5~': 'pageup',
  '6~': 'pagedown',
  '1;5C': 'word-right',
  '1;3C': 'word-right',
  '1;5D': 'word-left',
  '1;3D': 'word-left',
};

/** Esc with a character: Alt held down. */
const withAlt: Readonly<Record<string, string>> = { b: 'word-left', f: 'word-right', '\u007f': 'word-backspace' };

const controls: Readonly<Record<string, Token>> = {
  '\u0003': { kind: 'interrupt' },
  '\u001a': { kind: 'suspend' },
  '\u000c': { kind: 'redraw' },
  '\r': { kind: 'key', key: 'enter' },
  '\n': { kind: 'key', key: 'enter' },
  '\t': { kind: 'key', key: 'tab' },
  '\u0008': { kind: 'key', key: 'backspace' },
  '\u007f': { kind: 'key', key: 'backspace' },
  '\u001b': { kind: 'key', key: 'escape' },
};

function tokenOf(part: string): Token[] {
  const control = controls[part];
  if (control) return [control];
  if (part.startsWith('\u001b[') || part.startsWith('\u001bO')) {
    const key = sequences[part.slice(2)];
    return key ? [{ kind: 'key', key }] : [];
  }
  if (part.startsWith('\u001b')) {
    const key = withAlt[part.slice(1)];
    // Esc and a key, typed so fast that they arrived together.
    return key ? [{ kind: 'key', key }] : [{ kind: 'key', key: 'escape' }, ...tokenOf(part.slice(1))];
  }
  if (/^[\u0000-\u001f]$/.test(part)) return [{ kind: 'key', key: `ctrl-${String.fromCharCode(part.charCodeAt(0) + 96)}` }];
  return [{ kind: 'characters', text: part }];
}
