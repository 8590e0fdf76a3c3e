import type { ReadingWarning } from '../core/reading.ts';
import type { Place } from './structure/provision.ts';

/**
 * What a piece of a draft is:
 * - `body`: words of the law, headings included
 * - `struck`: deleted, struck or hidden words, which are not the law
 * - `note`: a footnote or endnote
 * - `contents`: an entry of a table of contents
 * - `caption`: the caption of a table or a picture
 * - `alt`: the text that stands in for a picture
 */
export type BlockRole = 'body' | 'struck' | 'note' | 'contents' | 'caption' | 'alt';

/** A paragraph, heading or list item of a draft. Readers of text formats produce blocks; `structure/` turns them into provisions. */
export interface Block {
  /** Line breaks are those of the source. */
  readonly text: string;
  readonly place: Place;
  /** Whether the format itself marks it as a heading. */
  readonly heading?: boolean;
  /** `body` by default. Words of another role never stand in the text of a `body` block. */
  readonly role?: BlockRole;
  /** The number of a note as printed. */
  readonly number?: string;
  /** The column that it stands in, if a table sets versions or languages of one text side by side. */
  readonly column?: Column;
}

/** A column of a table that sets versions or languages of one text side by side. */
export interface Column {
  /** From 0. */
  readonly index: number;
  readonly table: VersionTable;
  /** Whether the block is the head of the column. */
  readonly isHead?: true;
}

export interface VersionTable {
  /** The heads of the columns that hold the text, by their index; undefined if the table names none. */
  readonly names: ReadonlyMap<number, string> | undefined;
  /** The indexes of the columns that hold the text. */
  readonly columns: readonly number[];
  readonly isTranslation: boolean;
}

/** What a reader makes of a file. */
export interface Read {
  /** In document order. Struck words come after the block in which they stood. */
  readonly blocks: readonly Block[];
  readonly warnings: readonly ReadingWarning[];
  /** The number of pages, if the format has pages. */
  readonly pages?: number;
  /** How many of them are pictures without words. */
  readonly imagePages?: number;
}

export function isBody({ role = 'body' }: Block): boolean {
  return role === 'body';
}
