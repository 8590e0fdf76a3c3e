import type { Ask, Key } from '../../../../interview/state.ts';
import { phrase } from '../../../../messages/phrases.ts';
import type { Style } from '../../../../report/write/style.ts';
import { linesOf, unwrapped, visible, widthOf } from '../../../../text/plain-text.ts';
import { takesKey } from './hints.ts';
import { flowed, oneLine, paragraph } from './lines.ts';
import { type Extent, keyLabel, type Local, rangeLabel } from './local.ts';
import { fitted, type Section } from './sections.ts';
import { shown } from './typing.ts';

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** What a screen shows, whatever its size. */
export interface Screen {
  readonly ask: Ask;
  /** What is above the prompt. */
  readonly body: (width: number) => readonly Section[];
  /** The text of a pager. */
  readonly text: (width: number) => readonly string[];
  /** The line that a pager begins with; the first one if absent. */
  readonly start?: (width: number) => number;
  /** Remarks on what was done last. */
  readonly remarks: readonly string[];
  readonly style: Style;
}

/** A whole screen as it is drawn. */
export interface Frame {
  readonly lines: readonly string[];
  /** Where the cursor stands, from 0. */
  readonly cursor: { readonly row: number; readonly column: number };
}

/** Columns and lines that may be filled. */
interface Area {
  readonly width: number;
  readonly height: number;
}

/** What is asked at a prompt below a text. */
type Prompted = Exclude<Ask, { kind: 'read' | 'choice' }>;

/** Wider lines are hard to read. */
const widest = 100;

/** Columns of text: the last column stays free, since some terminals wrap after it. */
export function widthFor({ columns }: Size): number {
  return Math.max(30, Math.min(widest, columns - 1));
}

/** Lines of a screen: the last one stays free, so that the terminal does not scroll. */
function heightFor({ rows }: Size): number {
  return Math.max(8, rows - 1);
}

/** Draws a screen: what is asked about, remarks, the prompt with what was typed so far, and the keys. */
export function frameFor(screen: Screen, local: Local, size: Size): Frame {
  const { ask } = screen;
  const area = { width: widthFor(size), height: heightFor(size) };
  switch (ask.kind) {
    case 'read':
      return pager(screen, local, area);
    case 'choice':
      return menu({ ...screen, ask }, local, area);
    default:
      return prompted({ ...screen, ask }, local, area);
  }
}

/** How long the text of a pager is, and how much of it is shown at once. */
export function extentFor({ ask, text }: Screen, size: Size): Extent {
  if (ask.kind !== 'read') return { lines: 0, rows: 0 };
  return { lines: text(widthFor(size)).length, rows: pagerRows(heightFor(size)) };
}

/** Two lines are the blank one and the one that names the keys. */
function pagerRows(height: number): number {
  return height - 2;
}

function pager({ text, style }: Screen, { top }: Local, { width, height }: Area): Frame {
  const lines = text(width);
  const rows = pagerRows(height);
  const first = Math.max(0, Math.min(top, lines.length - rows));
  const page = lines.slice(first, first + rows);
  const place = phrase('interview', 'pager-place', { first: first + 1, last: first + page.length, n: lines.length });
  const foot = oneLine(`${place}   ${phrase('interview', 'key-pager')}`, width);
  const all = [...page, '', style.dim(foot)];
  return { lines: all, cursor: { row: all.length - 1, column: widthOf(foot) } };
}

/** A list to choose from, of which as much is shown as fits. */
function menu(screen: Screen & { readonly ask: Extract<Ask, { kind: 'choice' }> }, local: Local, { width, height }: Area): Frame {
  const { style, ask } = screen;
  const head = screen.body(width).flatMap(({ lines }) => lines);
  const title = paragraph(ask.message, width).map((line) => style.bold(line));
  const remarks = remarkLines(screen, local, width);
  const count = ask.choices.length;
  const numbers = count === 0 ? [] : [{ key: rangeLabel({ from: 1, to: count }), does: phrase('interview', 'key-choice') }];
  const keys = keyLines([...numbers, ...ask.keys], screen, width);
  const above = [...head, ...(head.length > 0 ? [''] : []), ...remarks, ...(remarks.length > 0 ? [''] : []), ...title];
  const rows = Math.max(3, height - above.length - keys.length - 1);
  const entries = ask.choices.map((choice, index) => entryLines(choice, index, ask.choices.length, width));
  const window = windowAround(entries, local.at, rows);
  const list = window.flatMap(({ lines, index }) =>
    lines.map((line, row) => {
      const marked = `${index === local.at && row === 0 ? '>' : ' '} ${line}`;
      return index === local.at ? style.bold(marked) : marked;
    }),
  );
  const lines = [...above, ...list, '', ...keys].slice(0, height);
  const at = window.findIndex(({ index }) => index === local.at);
  const row = above.length + window.slice(0, Math.max(0, at)).reduce((sum, each) => sum + each.lines.length, 0);
  return { lines, cursor: { row: Math.min(row, lines.length - 1), column: 0 } };
}

/** A choice with its number; the second line of a long one is indented, and there is no third. */
function entryLines(choice: string, index: number, count: number, width: number): string[] {
  const label = String(index + 1).padStart(String(count).length);
  const lines = linesOf(visible(choice), width - label.length - 4);
  const cut = lines.length > 2 ? [lines[0] ?? '', oneLine(unwrapped(lines.slice(1)), width - label.length - 4)] : lines;
  return cut.map((line, row) => `${row === 0 ? label : ' '.repeat(label.length)}  ${line}`);
}

interface Entry {
  readonly lines: readonly string[];
  readonly index: number;
}

/** The entries around one of them that fit in so many rows. */
function windowAround(entries: readonly (readonly string[])[], at: number, rows: number): Entry[] {
  let [from, to] = [at, at + 1];
  let used = entries[at]?.length ?? 0;
  for (let grows = true; grows; ) {
    grows = false;
    const below = entries[to]?.length;
    if (below !== undefined && used + below <= rows) [to, used, grows] = [to + 1, used + below, true];
    const above = entries[from - 1]?.length;
    if (above !== undefined && used + above <= rows) [from, used, grows] = [from - 1, used + above, true];
  }
  return entries.slice(from, to).map((lines, index) => ({ lines, index: from + index }));
}

/** A prompt for a key or a text, below what it is about. */
function prompted(screen: Screen & { readonly ask: Prompted }, local: Local, area: Area): Frame {
  const { ask } = screen;
  const { width, height } = area;
  const remarks = remarkLines(screen, local, width);
  const keys = ask.kind === 'key' ? keyLines(withNumbers(ask), screen, width) : textKeys(ask, local, screen, width);
  const { lines: asked, row, column } = promptLines(ask, local, area);
  const rows = height - remarks.length - asked.length - keys.length - 1;
  const body = fitted(
    screen.body(width),
    Math.max(2, rows),
    phrase('interview', takesKey(ask, 'o') ? 'more-lines' : 'more-lines-above'),
  );
  const above = [...body, ...(body.length > 0 ? [''] : []), ...remarks];
  return { lines: [...above, ...asked, ...keys], cursor: { row: above.length + row, column } };
}

interface Prompt {
  readonly lines: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** The question, and what was typed behind it or, if it is long, below it. */
function promptLines(ask: Prompted, local: Local, { width, height }: Area): Prompt {
  if (ask.kind === 'edit') return { lines: [''], row: 0, column: 0 };
  const message = paragraph(ask.message, width);
  const last = message.at(-1) ?? '';
  if (ask.kind === 'key') {
    const line = `${last} ${local.digits}`;
    return { lines: [...message.slice(0, -1), line], row: message.length - 1, column: widthOf(line) };
  }
  const { text } = local.typing;
  const beside = `${last} ${visible(text)}`;
  if (widthOf(beside) < width && !text.includes('\n')) {
    const column = widthOf(`${last} ${visible(text.slice(0, local.typing.cursor))}`);
    return { lines: [...message.slice(0, -1), beside], row: message.length - 1, column };
  }
  const { lines, row, column, above, below } = shown(local.typing, width - 3, Math.max(2, Math.floor(height / 3)));
  const edge = (index: number): string => ((index === 0 && above) || (index === lines.length - 1 && below) ? '… ' : '  ');
  return {
    lines: [...message, ...lines.map((line, index) => `${edge(index)}${line}`)],
    row: message.length + row,
    column: column + 2,
  };
}

/** A remark on the last key replaces those on the last step. */
function remarkLines({ remarks, style }: Screen, { remark }: Local, width: number): string[] {
  const said = remark === '' ? remarks : [remark];
  return said.flatMap((text) => paragraph(text, width)).map((line) => style.fair(line));
}

/** The keys with the numbers first. */
function withNumbers({ keys, numbers }: Extract<Ask, { kind: 'key' }>): Key[] {
  if (!numbers) return [...keys];
  const does = numbers.to > 9 ? phrase('interview', 'key-two-digits', { does: numbers.does }) : numbers.does;
  return [{ key: rangeLabel(numbers), does }, ...keys];
}

function keyLines(keys: readonly Key[], { style }: Pick<Screen, 'style'>, width: number): string[] {
  const pieces = keys.map(({ key, does }) => `${keyLabel(key)} ${does}`);
  return flowed(pieces, width, '  ').map((line) => style.dim(line));
}

function textKeys(ask: Ask, { typing }: Local, { style }: Pick<Screen, 'style'>, width: number): string[] {
  if (ask.kind !== 'text') return [];
  const pieces = phrase('interview', ask.initial === '' || typing.text === '' ? 'key-text' : 'key-text-keep').split('   ');
  return flowed(pieces, width).map((line) => style.dim(line));
}
