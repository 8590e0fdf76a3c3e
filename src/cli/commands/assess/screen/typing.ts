import { visible, widthOf } from '../../../../text/plain-text.ts';

/** A text that is being typed, and where the cursor is in it. */
export interface Typing {
  readonly text: string;
  /** Offset into the text, 0..its length. */
  readonly cursor: number;
}

/** A text with the cursor at its end. */
export function typingOf(text: string): Typing {
  return { text, cursor: text.length };
}

/** The text with more at the cursor. Line breaks and tabs become spaces; other control characters are dropped. */
export function inserted({ text, cursor }: Typing, more: string): Typing {
  const plain = more.replace(/\r\n?|[\n\t\u2028\u2029]/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
  return { text: text.slice(0, cursor) + plain + text.slice(cursor), cursor: cursor + plain.length };
}

/** What the keys of a line editor do; undefined for a key that does nothing to a text. */
export function edited(typing: Typing, key: string): Typing | undefined {
  const { text, cursor } = typing;
  const cut = (from: number, to: number): Typing => ({ text: text.slice(0, from) + text.slice(to), cursor: from });
  const move = (to: number): Typing => ({ text, cursor: to });
  switch (key) {
    case 'left':
    case 'ctrl-b':
      return move(before(text, cursor));
    case 'right':
    case 'ctrl-f':
      return move(after(text, cursor));
    case 'home':
    case 'ctrl-a':
      return move(0);
    case 'end':
      return move(text.length);
    case 'word-left':
      return move(wordStart(text, cursor));
    case 'word-right':
      return move(wordEnd(text, cursor));
    case 'backspace':
      return cut(before(text, cursor), cursor);
    case 'delete':
    case 'ctrl-d':
      return cut(cursor, after(text, cursor));
    case 'ctrl-w':
    case 'word-backspace':
      return cut(wordStart(text, cursor), cursor);
    case 'ctrl-u':
      return cut(0, cursor);
    case 'ctrl-k':
      return cut(cursor, text.length);
    default:
      return undefined;
  }
}

/** The text as an answer: without spaces at its ends, and with single ones in it. An unchanged text stays as it was. */
export function asAnswer(text: string, initial: string): string {
  return text === initial
    ? initial
    : text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim();
}

/** A text from an editor: paragraphs stay apart, lines within a paragraph are joined. */
export function fromEditor(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\t\u0020-\u007e\u00a0-\uffff]/g, '')
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** A character as a person sees it may be several code units: the segmenter looks only at those next to the cursor. */
const reach = 64;

function before(text: string, cursor: number): number {
  const near = text.slice(Math.max(0, cursor - reach), cursor);
  const last = [...new Intl.Segmenter('en').segment(near)].at(-1);
  return cursor - (last?.segment.length ?? 0);
}

function after(text: string, cursor: number): number {
  const [first] = new Intl.Segmenter('en').segment(text.slice(cursor, cursor + reach));
  return cursor + (first?.segment.length ?? 0);
}

function wordStart(text: string, cursor: number): number {
  const found = /[^\s]+\s*$/.exec(text.slice(Math.max(0, cursor - 400), cursor));
  return found ? cursor - found[0].length : Math.max(0, cursor - 400);
}

function wordEnd(text: string, cursor: number): number {
  const found = /^\s*[^\s]+/.exec(text.slice(cursor, cursor + 400));
  return cursor + (found ? found[0].length : Math.min(400, text.length - cursor));
}

/** The lines around the cursor, and its place among them. */
export interface Shown {
  readonly lines: readonly string[];
  /** The cursor: index of its line, and columns before it. */
  readonly row: number;
  readonly column: number;
  /** Whether there is more text before and after the lines. */
  readonly above: boolean;
  readonly below: boolean;
}

/** The part of a text that fits in so many rows, with the cursor in it. */
export function shown({ text, cursor }: Typing, width: number, rows: number): Shown {
  // A long text is laid out only around the cursor: otherwise each key would wrap all of it.
  const span = width * rows * 2;
  const from = Math.max(0, cursor - span);
  const to = Math.min(text.length, cursor + span);
  const lines = layout(text, from, to, width);
  const row = lines.findLastIndex(({ start }) => start <= cursor);
  const first = Math.max(0, Math.min(row - rows + 1 + Math.floor(rows / 4), lines.length - rows));
  return {
    lines: lines.slice(first, first + rows).map(({ start, end }) => visible(text.slice(start, end)).trimEnd()),
    row: row - first,
    column: widthOf(visible(text.slice(lines[row]?.start ?? cursor, cursor))),
    above: first > 0 || from > 0,
    below: first + rows < lines.length || to < text.length,
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Breaks a part of a text into lines, at spaces where there are any. Every character belongs to one line. */
function layout(text: string, from: number, to: number, width: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  let columns = 0;
  let space = -1;
  for (let at = from; at < to; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + character.length;
    if (character === '\n') {
      lines.push({ start, end: at });
      [start, columns, space] = [next, 0, -1];
      at = next;
      continue;
    }
    const needed = widthOf(visible(character));
    // A space may hang over the end of a line, so that the next one does not begin with it.
    if (columns + needed > width && character !== ' ') {
      const end = space > start ? space : at;
      lines.push({ start, end });
      start = end;
      columns = widthOf(visible(text.slice(start, at)));
      space = -1;
    }
    columns += needed;
    if (character === ' ') space = next;
    at = next;
  }
  return [...lines, { start, end: to }];
}
