import type { Band } from '../../core/rubric.ts';

/**
 * The content of a report, in its order. Builders (`report/documents/`) make it from a result; writers (`report/write/`) turn it into
 * a format. It depends on no format, and no text in it is escaped.
 */
export interface Document {
  /** The title of the page, and in the properties of the Word file. The visible title is a heading of level 1. */
  readonly title: string;
  /** The language of the rubric, a BCP 47 tag. */
  readonly language: string;
  /** The rubric's bands, the best first, for the colours of bars, shades and badges. */
  readonly scale: readonly Band[];
  /** The rubric's notice, printed on every page of a Word file. */
  readonly notice: string;
  /** The header of the pages of a Word file; by default the title. */
  readonly runningTitle?: string;
  /** The reviewer, for the properties of a Word file. */
  readonly author?: string;
  /** The subject, for the properties of a Word file. */
  readonly subject?: string;
  /** The last blocks; the footer of an HTML page. */
  readonly closing?: readonly Block[];
  readonly blocks: readonly Block[];
}

/** The length of a document: `brief` for a terminal, `full` for all other formats. */
export type Detail = 'brief' | 'full';

/** Good or bad news. Not all formats show it, so the text must say the same. */
export type Tone = 'good' | 'fair' | 'bad' | 'dim';

/** A piece of text with one style. */
export interface TextRun {
  readonly text: string;
  /**
   * `quote`: words of the draft, printed in quotation marks. `gone`, `new`: words that differ between two texts. `match`: search
   * words.
   */
  readonly style?: 'strong' | 'emphasis' | 'code' | 'quote' | 'gone' | 'new' | 'match';
  readonly tone?: Tone;
  /** The text is the title of this band, or, with null, the phrase for no band. */
  readonly band?: string | null;
  /** The `id` of a heading that the text links to. */
  readonly to?: string;
  /** The title of the link target, for formats that print both. */
  readonly words?: string;
}

/** Runs follow one another without a space; spaces between them are part of their texts. */
export type Runs = readonly TextRun[];

/** The purpose of a paragraph or a list, which decides its style. */
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
  /** Begins an entry of a section: a terminal prints a blank line before it. */
  | 'entry'
  /** Part of the entry above it: a terminal indents it. */
  | 'detail'
  /** Part of the detail above it: indented further. */
  | 'sub-detail'
  /** Small print at the end. */
  | 'foot';

export type Block = Heading | Facts | Paragraph | Callout | List | Table | Details | BandKey | Chart | Bar;

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the document's title, 2 a section (listed in the contents), 3 an entry of a section. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Printed before the text: `1.` for a section, `1.2` for an entry of it. */
  readonly number?: string;
  /** Its anchor, unique in the document: the id of a question or flag, or a word for a section. */
  readonly id?: string;
}

/** Names and their values, such as the draft, its version, its reviewer. */
export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly runs: Runs;
  readonly role?: Role;
}

/** The verdict, or a warning. */
export interface Callout {
  readonly kind: 'callout';
  readonly tone?: Tone;
  /** The score as a picture. Formats without pictures print `words` instead. */
  readonly headline?: {
    readonly words: Runs;
    /** The score without its unit. If there is none, `words` are printed. */
    readonly figure?: string;
    /** In small print after the score: `/ 100`, or the change of the score. */
    readonly outOf?: string;
    readonly band: string | null;
    /** After the score and its band: what `words` say besides them. */
    readonly beside?: Runs;
    /** Two or more bars have their names above them. */
    readonly bars: readonly Bar[];
  };
  readonly runs: Runs;
}

export interface List {
  readonly kind: 'list';
  /** The lines of each item. */
  readonly items: readonly (readonly Runs[])[];
  readonly role?: Role;
  /** Numbers the items, starting at this number. */
  readonly start?: number;
  /** Prints a blank line between items. */
  readonly spread?: true;
}

export interface Table {
  readonly kind: 'table';
  /** What the table shows, for screen readers. */
  readonly about: string;
  /** A line above the table. Not all formats print it. */
  readonly caption?: string;
  /** If no column has a title, the table has no head. */
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** The depth of each row, from 0, if the rows are a tree. The first cell is indented by it. */
  readonly depths?: readonly number[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** Its share of the width, relative to the other columns; any unit. */
  readonly room: number;
  /** If the table is too wide, columns with a number are omitted, 1 first. Others are narrowed. */
  readonly spare?: number;
  /** It has pictures only: formats without pictures omit the column. */
  readonly drawn?: true;
  /** A terminal shows no more of a cell than fits on one line. */
  readonly beginning?: true;
  /** Its cells are the headings of their rows; by default those of the first column are. */
  readonly namesRow?: true;
}

export type Cell = Runs | Bar | Shade | Share | Lines;

/** A score as a bar, with its range. As a block it is a picture only: the text next to it has the same numbers. */
export interface Bar {
  readonly kind: 'bar';
  /** What is scored, for the text alternative of the picture. */
  readonly name: string;
  /** 0..100, or null if there is none. */
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
  /** The earlier score, which formats with pictures draw above it. */
  readonly before?: Bar;
}

/** A number with the background colour of its band: a cell of a heat map. */
export interface Shade {
  readonly kind: 'shade';
  readonly figure: string;
  readonly band: string | null;
  /** Signs after the number: best at the feature, still open. */
  readonly mark?: string;
}

/** A share of all cases, as a bar. */
export interface Share {
  readonly kind: 'share';
  /** 0..1. */
  readonly share: number;
  /** The share in words. */
  readonly words: string;
  readonly band: string | null;
}

/** Lines of text. A format whose cells have a single line separates them with semicolons. */
export interface Lines {
  readonly kind: 'lines';
  readonly lines: readonly Runs[];
}

/** Blocks that a page can hide below their summary; `unfolded` is for formats that can't. */
export interface Details {
  readonly kind: 'details';
  readonly summary: string;
  /** Formats that fold nothing print the summary above the blocks, as a line or as a heading; by default they omit it. */
  readonly titled?: true | 'heading';
  readonly blocks: readonly Block[];
}

/** The legend of the colours or shades of the bands. */
export interface BandKey {
  readonly kind: 'band-key';
  /** Formats without colours explain the characters `█ ▓ ▒ ░ ·`; by default they omit the legend. */
  readonly shades?: true;
  /** The meaning of other signs after the numbers. */
  readonly note?: string;
}

/** A range of scores as a picture. The text next to it says the same. */
export interface Chart {
  readonly kind: 'chart';
  readonly words: string;
  readonly score: number | null;
  readonly band: string | null;
  /** The ends of the range, 0..100. */
  readonly low: number;
  readonly high: number;
  readonly caption?: string;
}
