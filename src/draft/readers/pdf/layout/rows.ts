import { InlineText } from '../../inline.ts';
import type { Word } from '../paint/page.ts';
import { spaceWidth } from '../paint/words.ts';
import { inReadingDirection } from './direction.ts';
import { withoutTracking } from './tracking.ts';

/** Words on one baseline, from left to right. */
export interface Row {
  readonly words: readonly Word[];
  /** The baseline of its largest letters. */
  readonly y: number;
  readonly size: number;
  readonly x: number;
  readonly right: number;
}

export interface RowText {
  /** The words that count. */
  readonly text: string;
  readonly struck: readonly string[];
}

/** Baselines that differ by less than this, in sizes, are one row. */
const sameRow = 0.4;
/** The same for smaller letters, which may be raised. */
const sameRowRaised = 0.5;

/** Letters under this size, in sizes of the largest of their row, may be raised. */
const raisedSize = 0.85;

/** Groups the words of a page, or a part of one, into rows from top to bottom. */
export function rowsOf(words: readonly Word[]): Row[] {
  const groups: { words: Word[]; y: number; size: number }[] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    if (!group || word.y - group.y >= reach(word.size, group.size)) {
      groups.push({ words: [word], y: word.y, size: word.size });
      continue;
    }
    group.words.push(word);
    if (word.size > group.size) Object.assign(group, { y: word.y, size: word.size });
  }
  return groups.map((group) => rowOf(group.words));
}

/** The distance of two baselines from which on they are two rows. */
function reach(a: number, b: number): number {
  const largest = Math.max(a, b);
  return (Math.min(a, b) < largest * raisedSize ? sameRowRaised : sameRow) * largest;
}

/** A row of words. There is at least one. */
export function rowOf(words: readonly Word[]): Row {
  const sorted = withoutTracking(withoutDoubles([...words].sort((a, b) => a.x - b.x || a.order - b.order)));
  let largest = sorted[0];
  let right = 0;
  for (const word of sorted) {
    right = Math.max(right, word.right);
    if (!largest || word.size > largest.size * 1.05) largest = word;
  }
  return { words: sorted, y: largest?.y ?? 0, size: largest?.size ?? 0, x: sorted[0]?.x ?? 0, right };
}

/** Without words that are painted twice at one place to look bold. */
function withoutDoubles(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    const isDouble = kept
      .slice(-3)
      .some(
        (other) =>
          Math.abs(other.x - word.x) < word.size * 0.15 &&
          Math.abs(other.y - word.y) < word.size * 0.15 &&
          other.text === word.text,
      );
    if (!isDouble) kept.push(word);
  }
  return kept;
}

/**
 * The text of a row.
 * @param noteMarks numbers of the page's notes; such a raised number is not part of the text
 */
export function textOfRow(row: Row, noteMarks: ReadonlySet<string> = new Set()): RowText {
  const words = inReadingDirection(row.words);
  const plain = noteMarks.size === 0 && !words.some((word) => word.struck || isRaised(word, row));
  return plain ? { text: plainText(words), struck: [] } : inlineText(words, row, noteMarks);
}

function plainText(words: readonly Word[]): string {
  let text = '';
  let previous: Word | undefined;
  for (const word of words) {
    text += previous && isSpaced(previous, word) ? ` ${word.text}` : word.text;
    previous = word;
  }
  return text.trim();
}

function inlineText(words: readonly Word[], row: Row, noteMarks: ReadonlySet<string>): RowText {
  const inline = new InlineText();
  let previous: Word | undefined;
  for (const word of words) {
    const raised = isRaised(word, row);
    if (previous && isSpaced(previous, word)) inline.add(' ', { struck: previous.struck === true && word.struck === true });
    inline.add(withoutMark(word.text, raised, noteMarks), { struck: word.struck === true, raised });
    previous = word;
  }
  return inline.finish();
}

/** Whether there is a space between two neighbours. */
export function isSpaced(a: Word, b: Word): boolean {
  const [first, second] = a.order <= b.order ? [a, b] : [b, a];
  return first.spaceAfter || second.spaceBefore || gapBetween(a, b) > a.size * spaceWidth;
}

/** The distance of two neighbours, whichever is further left. */
export function gapBetween(a: Word, b: Word): number {
  return a.x <= b.x ? b.x - a.right : a.x - b.right;
}

/** Whether a word is smaller than its row and stands higher. */
export function isRaised({ size, y }: Word, row: Row): boolean {
  return size < row.size * raisedSize && y < row.y - row.size * 0.15;
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The number of a note that a raised word, or the raised digits at the end of a word, may refer to. */
export function noteMarkOf(text: string, raised: boolean): string | undefined {
  const atEnd = /[⁰¹²³⁴-⁹]+$/u.exec(text)?.[0];
  if (atEnd) return [...atEnd].map((digit) => raisedDigits.indexOf(digit)).join('');
  return raised ? /^[([]?(\d{1,3}|[*†‡§]{1,3})[)\]]?$/u.exec(text)?.[1] : undefined;
}

function withoutMark(text: string, raised: boolean, noteMarks: ReadonlySet<string>): string {
  const mark = noteMarks.size > 0 ? noteMarkOf(text, raised) : undefined;
  if (mark === undefined || !noteMarks.has(mark)) return text;
  return raised ? '' : text.replace(/[⁰¹²³⁴-⁹]+$/u, '');
}
