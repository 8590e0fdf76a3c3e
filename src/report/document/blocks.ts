import type { Band } from '../../core/rubric.ts';

/**
 * What a report says, in the order in which it says it. Builders (`report/documents/`) make one from a result; writers (`report/write/`)
 * turn it into a format. Nothing here knows of a format, and no text is escaped.
 */
export interface Document {
  /** Of the page, and of the Word file's properties. The visible title is a heading of level 1. */
  readonly title: string;
  /** The language of the rubric, a BCP 47 tag. */
  readonly language: string;
  /** The rubric's bands, the best first: writers colour bars, shades and badges by them. */
  readonly scale: readonly Band[];
  /** The rubric's notice, which every page of a Word file repeats. */
  readonly notice: string;
  /** What the pages of a Word file have at their top; the title where it is left out. */
  readonly runningTitle?: string;
  /** Who answered, for the properties of a Word file. */
  readonly author?: string;
  /** What a Word file is about, for its properties. */
  readonly subject?: string;
  /** The last lines, set apart: an HTML page has them in its footer. */
  readonly closing?: readonly Block[];
  readonly blocks: readonly Block[];
}

/** How much a document tells. `brief` is what a terminal shows; all other formats are `full`. */
export type Detail = 'brief' | 'full';

/** How something is to be taken. Writers that have no colours leave it out: words must say the same. */
export type Tone = 'good' | 'fair' | 'bad' | 'dim';

/** A piece of text as it was typed. */
export interface Run {
  readonly text: string;
  /**
   * `quote`: words of the draft, in quotation marks. `gone`, `new`: words that differ between two texts. `match`: words that were
   * searched for.
   */
  readonly set?: 'strong' | 'emphasis' | 'code' | 'quote' | 'gone' | 'new' | 'match';
  readonly tone?: Tone;
  /** The text is the title of this band; null: it says that there is none. */
  readonly band?: string | null;
  /** The anchor (`id` of a heading) that it names; formats with links lead there. */
  readonly to?: string;
  /** What `to` is called, in words; for formats that lead there and have room for both. */
  readonly words?: string;
}

/** Runs follow one another without a break; spaces between them are in their texts. */
export type Runs = readonly Run[];

/** What a paragraph or a list is for, where a format may want to show it. */
export type Role =
  | 'notice'
  | 'verdict'
  | 'about'
  | 'ids'
  | 'feature-score'
  | 'note'
  | 'to-close'
  | 'evidence'
  | 'warning'
  /** Begins an entry of a section: a terminal sets it apart from what stands above it. */
  | 'entry'
  /** Belongs to the entry above it: a terminal indents it. */
  | 'detail'
  /** Belongs to the detail above it: indented further. */
  | 'sub-detail'
  /** Small print at the end. */
  | 'foot';

export type Block = Heading | Facts | Paragraph | Callout | List | Table | Details | BandKey | Chart | Bar;

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the document's title, 2 a section (listed in the contents), 3 an entry of a section. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** The number before it, written `1.`. */
  readonly number?: number;
  /** Its anchor, unlike any other of the document: the id of a question or flag, or a word for a section. */
  readonly id?: string;
  /** The anchor that the heading leads to. */
  readonly to?: string;
}

/** Names and their values: the draft, its version, its reviewer. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: Runs;
  readonly role?: Role;
}

/** What must not be overlooked: the verdict, or a warning. */
export interface Callout {
  readonly kind: 'callout';
  readonly tone?: Tone;
  /** The score as a picture may show it. Formats without pictures write `words` instead. */
  readonly headline?: {
    readonly words: Runs;
    /** The score as it is shown, without its unit. Where there is none, the words are shown. */
    readonly figure?: string;
    /** Small, behind the figure: `/ 100`, or by how much it moved. */
    readonly outOf?: string;
    readonly band: string | null;
    /** Several are shown with their names above them. */
    readonly bars: readonly Bar[];
  };
  readonly runs: Runs;
}

export interface List {
  readonly kind: 'list';
  /** Each item is one line or more. */
  readonly items: readonly (readonly Runs[])[];
  readonly role?: Role;
  /** The items are numbered from this number on. */
  readonly start?: number;
  /** Items of several lines stand apart, with a blank line between them. */
  readonly spread?: true;
}

export interface Table {
  readonly kind: 'table';
  /** What the table shows, for those who can't see it. */
  readonly about: string;
  /** A line above the table, where a format has room for it. */
  readonly caption?: string;
  /** Columns without any title have no head. */
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** Where the rows are a tree: how deep each of them is, 0 for the outermost. The first cell is indented by it. */
  readonly depths?: readonly number[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** How much of the width it wants, beside the others; any unit. */
  readonly room: number;
  /** Where the width is short, columns with a number are left out, 1 first. Others are narrowed. */
  readonly spare?: number;
  /** Pictures only: formats without pictures leave the column out. */
  readonly drawn?: true;
  /** Its cells name their rows, for those who hear the table; without this the first column's do. */
  readonly namesRow?: true;
}

export type Cell = Runs | Bar | Shade | Share | Lines;

/** A score drawn to scale, with its range. As a block it is a picture only: the text beside it has its figures. */
export interface Bar {
  readonly kind: 'bar';
  /** What is scored, for the words behind the picture. */
  readonly name: string;
  /** 0..100, or null where there is none. */
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
  /** What it was before: formats with pictures draw it above. */
  readonly before?: Bar;
}

/** A figure on the colour of its band: a cell of a heat map. */
export interface Shade {
  readonly kind: 'shade';
  readonly figure: string;
  readonly band: string | null;
  /** Signs behind the figure: best at the feature, still open. */
  readonly mark?: string;
}

/** A share of all cases, drawn to scale. */
export interface Share {
  readonly kind: 'share';
  /** 0..1. */
  readonly share: number;
  /** Its figure in words. */
  readonly words: string;
  readonly band: string | null;
}

/** Pieces of text, one below the other. A format whose cells have a single line separates them with semicolons. */
export interface Lines {
  readonly kind: 'lines';
  readonly lines: readonly Runs[];
}

/** Blocks that a format may fold away under a summary; `unfolded` is for the others. */
export interface Details {
  readonly kind: 'details';
  readonly summary: string;
  /** Formats that fold nothing show the summary above the blocks, as a line or as a heading; without this they leave it out. */
  readonly titled?: true | 'heading';
  readonly blocks: readonly Block[];
}

/** What the colours or shades of the bands mean. */
export interface BandKey {
  readonly kind: 'band-key';
  /** Formats without colours explain the characters that shade figures (`█ ▓ ▒ ░ ·`); without this they leave the key out. */
  readonly shades?: true;
  /** What other signs beside the figures mean. */
  readonly note?: string;
}

/** A picture of where scores lie on the scale. The text beside it says the same. */
export interface Chart {
  readonly kind: 'chart';
  readonly words: string;
  readonly score: number | null;
  readonly band: string | null;
  /** Both ends of the range, 0..100. */
  readonly low: number;
  readonly high: number;
  readonly caption?: string;
}
