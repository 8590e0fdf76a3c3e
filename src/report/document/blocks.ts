/** A report as its reader sees it: what it says, in which order, and nothing of how a format writes that down. */
export type Document = readonly Block[];

/** A piece of text as it was typed; escaping it is the format's business. */
export interface Run {
  readonly text: string;
  /** `quote`: words of the draft, to be set in quotation marks. */
  readonly set?: 'strong' | 'emphasis' | 'code' | 'quote';
  /** The id of the question or flag that it names; a format that can leads there. */
  readonly to?: string;
  /** What has this id, in words; for a format that leads there and has room for both. */
  readonly words?: string;
}

/** Runs stand one after another; spaces between them are in their texts. */
export type Runs = readonly Run[];

/** What a paragraph or a list is for, where a format may want to show it. */
export type Role = 'notice' | 'verdict' | 'about' | 'ids' | 'feature-score' | 'note' | 'to-close' | 'evidence';

export type Block =
  | {
      readonly kind: 'heading';
      /** 1 is the document's title. */
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** The number before it, written `1.`. */
      readonly number?: number;
      /** The question or flag that it begins. */
      readonly id?: string;
    }
  | { readonly kind: 'facts'; readonly facts: readonly [name: string, value: string][] }
  | { readonly kind: 'paragraph'; readonly runs: Runs; readonly role?: Role }
  /** Each item is one line or more. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Runs[])[]; readonly role?: Role }
  | Table;

export interface Table {
  readonly kind: 'table';
  /** What the table shows, for those who can't see it. */
  readonly about: string;
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** How much of the width it wants, beside the others. */
  readonly room: number;
}

export type Cell = Runs | Bar;

/** A score drawn to scale, 0..100. */
export interface Bar {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
}

export function plain(text: string): Run {
  return { text };
}

export function strong(text: string): Run {
  return { text, set: 'strong' };
}

export function emphasis(text: string): Run {
  return { text, set: 'emphasis' };
}

/** The id of a question or a flag. */
export function idOf(id: string, words?: string): Run {
  return { text: id, set: 'code', to: id, ...(words !== undefined && { words }) };
}

export function paragraph(runs: Runs | string, role?: Role): Block {
  const content = typeof runs === 'string' ? [plain(runs)] : runs;
  return { kind: 'paragraph', runs: content, ...(role && { role }) };
}

export function list(items: readonly (readonly Runs[])[], role?: Role): Block {
  return { kind: 'list', items, ...(role && { role }) };
}

export function isBar(cell: Cell): cell is Bar {
  return !Array.isArray(cell);
}
