/** What a reader may have to say about a draft. The sentences are in the message catalogue, under `reading`. */
export type WarningCode =
  | 'struck'
  | 'columns'
  | 'embedded'
  | 'embedded-unread'
  | 'image-pages'
  | 'ocr'
  | 'no-spaces'
  | 'language'
  | 'language-words'
  | 'language-spaces'
  | 'language-unknown'
  | 'numbers-twice'
  | 'not-law-text'
  | 'pale';

/** Something about a draft that its reader has to know. The other keys fill the placeholders of its sentence. */
export interface ReadingWarning {
  readonly code: WarningCode;
  readonly [argument: string]: string | number;
}

/** What the `line` of a place in a draft counts. */
export type LineUnit = 'line' | 'paragraph';

/** The formats of drafts whose files have no lines that a person could look up. */
const withoutLines: ReadonlySet<string> = new Set(['docx', 'odt', 'rtf', 'mhtml']);

/** @param reading how the draft was read; undefined if it is not known */
export function lineUnitOf(reading: Pick<Reading, 'format'> | undefined): LineUnit {
  return reading !== undefined && withoutLines.has(reading.format) ? 'paragraph' : 'line';
}

/** How a draft was read: what was kept, what was left out, and what may be wrong. */
export interface Reading {
  /** The format that was detected. */
  readonly format: string;
  /** ISO 639-1 code of the language that was detected. */
  readonly language: string;
  /** All words of the file that were read: those kept and those struck out. */
  readonly words: number;
  /** Words that count as the draft's. */
  readonly kept: number;
  /** Words that are deleted, struck or hidden, and do not count. */
  readonly struck: number;
  /** The number of footnotes and endnotes. */
  readonly notes: number;
  /** The number of pages; null if the format has none. */
  readonly pages: number | null;
  /** Pages that are pictures without words; null if the format has no pages. */
  readonly imagePages: number | null;
  /** The kept words that are in a provision with a number of its own. */
  readonly labelled: number;
  readonly warnings: readonly ReadingWarning[];
}
