import type { Box } from '../paint/matrix.ts';
import { isRaised, isSpaced, noteMarkOf, type Row, textOfRow } from './rows.ts';

/** A footnote. */
export interface Note {
  /** As printed; empty for the end of a note that began on the page before. */
  readonly number: string;
  text: string;
  readonly page: number;
}

export interface RowsAndNotes {
  readonly rows: readonly Row[];
  readonly notes: readonly Note[];
}

/** The type of notes, in sizes of the text. */
const maxNoteSize = 0.93;
/** The shortest rule above notes, in points. */
const minRule = 30;

/** What is known about the place of the notes. */
export interface NotePlace {
  readonly rules: readonly Box[];
  /** The size of the document's text. */
  readonly bodySize: number;
  /** The numbers of notes that the page refers to. */
  readonly references: ReadonlySet<string>;
}

/**
 * Separates the footnotes at the end of a column from its text: rows in smaller type, below a rule or beginning with the number
 * of a note that the text refers to.
 */
export function withoutNotes(rows: readonly Row[], page: number, place: NotePlace): RowsAndNotes {
  const found = findNotes(rows, place);
  if (!found) return { rows, notes: [] };
  return { rows: rows.slice(0, found.start), notes: notesOf(rows.slice(found.start), page, found.begins) };
}

/** The rows of the notes on a page. Rows below them in other type may be the foot of the page. */
export function noteRows(rows: readonly Row[], place: NotePlace): Row[] {
  const found = findNotes(rows, place);
  if (!found) return [];
  const own = rows.slice(found.start);
  const type = (row: Row | undefined): string => `${row?.words.at(-1)?.font} ${Math.round((row?.size ?? 0) * 4)}`;
  return own.filter((row) => type(row) === type(own[0]));
}

interface FoundNotes {
  /** The index of the first row. */
  readonly start: number;
  /** The number of the note that begins in a row. */
  readonly begins: (row: Row) => string | undefined;
}

function findNotes(rows: readonly Row[], { rules, bodySize, references }: NotePlace): FoundNotes | undefined {
  let from = rows.length;
  while (from > 0 && isSmall(rows[from - 1], bodySize)) from -= 1;
  const begins = (row: Row): string | undefined => {
    const number = beginOf(row);
    return number !== undefined && (references.has(number) || isNumberRaised(row)) ? number : undefined;
  };
  const start = rows.findIndex((row, index) => {
    const isBelowRule = hasRuleAbove(row, rows[index - 1], rules) || isGluedNote(row, rows[index - 1]);
    const isNote = begins(row) !== undefined;
    // Notes in the type of the text are known by a rule and a mark, or by a mark in the middle of a sentence.
    const isMarked = isNote && (isBelowRule || (index >= rows.length / 2 && breaksSentence(row, rows[index - 1], references)));
    return index >= from ? isBelowRule || isNote : isMarked;
  });
  return start === -1 ? undefined : { start, begins };
}

function isSmall(row: Row | undefined, bodySize: number): boolean {
  return row !== undefined && row.size < bodySize * maxNoteSize;
}

/** Whether a rule over a part of the column separates the row from the one above. */
function hasRuleAbove(row: Row, above: Row | undefined, rules: readonly Box[]): boolean {
  return rules.some(
    ({ left, right, top }) =>
      right - left >= minRule &&
      top < row.y - row.size * 0.5 &&
      top > (above?.y ?? row.y - 60) &&
      top > row.y - row.size * 4 &&
      left < row.right &&
      right > row.x,
  );
}

/** Whether a row begins with the mark of a note that the text refers to, although the sentence above has not ended. */
function breaksSentence(row: Row, above: Row | undefined, references: ReadonlySet<string>): boolean {
  const [mark, first] = row.words;
  const isMark =
    mark !== undefined && /^[([]?(?:\d{1,3}|[*†‡§]{1,3})[)\]]?$/.test(mark.text) && references.has(beginOf(row) ?? '');
  return isMark && /^\p{Lu}/u.test(first?.text ?? '') && /[\p{Ll},]$/u.test(above?.words.at(-1)?.text ?? '');
}

/** Whether the row is set apart from the one above and its number touches the first word: no provision begins so. */
function isGluedNote({ words, y, size }: Row, above: Row | undefined): boolean {
  const [number, word] = words;
  const isGlued = word !== undefined && /^\d{1,3}$/.test(number?.text ?? '') && number !== undefined && !isSpaced(number, word);
  return above !== undefined && y - above.y > size * 2.5 && (isGlued || /^\d{1,3}\p{Lu}\p{Ll}/u.test(number?.text ?? ''));
}

/** The numbers of notes that the rows refer to. */
export function referencesIn(rows: readonly Row[]): Set<string> {
  const found = new Set<string>();
  for (const row of rows) {
    for (const [index, word] of row.words.entries()) {
      const mark = noteMarkOf(word.text, isRaised(word, row));
      if (mark !== undefined && index > 0) found.add(mark);
    }
  }
  return found;
}

/** The number with which a note begins. It may touch the first word (`1The`, `*See`). */
function beginOf({ words }: Row): string | undefined {
  const first = words[0] ? words[0].text : '';
  const alone = noteMarkOf(first, true) ?? /^[([]?(\d{1,3}|[*†‡§]{1,3})[)\].]?$/u.exec(first)?.[1];
  return alone ?? /^(\d{1,3}(?=\p{L}{2})|[*†‡§]{1,3})/u.exec(first)?.[1];
}

function isNumberRaised(row: Row): boolean {
  const [first] = row.words;
  return first !== undefined && (isRaised(first, row) || /^[⁰¹²³⁴-⁹]/u.test(first.text));
}

function notesOf(rows: readonly Row[], page: number, begins: (row: Row) => string | undefined): Note[] {
  const notes: Note[] = [];
  let last = 0;
  for (const row of rows) {
    const number = begins(row) ?? nextNumber(row, last);
    const { text } = textOfRow(row);
    if (text === '') continue;
    const own = number === undefined ? text : text.replace(/^\^?[([]?(?:\d{1,3}|[*†‡§]{1,3}|[⁰¹²³⁴-⁹]+)[)\].]?\s*/u, '');
    const open = notes.at(-1);
    if (number !== undefined || !open) notes.push({ number: number ?? '', text: own, page });
    else open.text += `\n${own}`;
    last = Number(number) || last;
  }
  return notes;
}

/** The number of the next note, if the row begins with it. */
function nextNumber(row: Row, last: number): string | undefined {
  const number = beginOf(row);
  return last > 0 && Number(number) === last + 1 ? number : undefined;
}
