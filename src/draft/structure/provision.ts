import type { Reading } from '../../core/reading.ts';

/**
 * A `unit` is what a law is cited by (article, section, clause, §). A `group` contains units (part, chapter); a `point` is part of
 * a unit. The last five are not provisions of the law: `memorandum` (an explanatory memorandum or a financial statement), `note`,
 * `contents` (a table of contents), `caption` and `alt`.
 */
export type ProvisionKind =
  | 'preamble'
  | 'recital'
  | 'group'
  | 'unit'
  | 'point'
  | 'closing'
  | 'annex'
  | 'memorandum'
  | 'note'
  | 'contents'
  | 'caption'
  | 'alt';

/** A part of a draft law. */
export interface Provision {
  /** As a lawyer cites it: `art. 14(2)(b)`, `rec. 47`, `annex III`. Empty for a heading without a number. */
  readonly label: string;
  readonly kind: ProvisionKind;
  /** The number as printed in the draft: `Article 14`, `(2)`, `§ 1º`. */
  readonly marker?: string;
  readonly heading?: string;
  /** Its own text, without its number, its heading and the text of its children. Line breaks are those of the source. */
  readonly text: string;
  readonly place: Place;
  /** The paragraphs of `text` that followed the line of the number and heading; absent if `text` has none of them. */
  readonly paragraphs?: readonly Paragraph[];
  /** Whether it is a column of a table that sets versions of a law side by side. Its label is the name of the column. */
  readonly isColumn?: true;
  /** In document order. Words after a list that belong to none of its points are a `closing` child with this provision's label. */
  readonly children: readonly Provision[];
}

/** A paragraph within a provision's text. */
export interface Paragraph {
  /** Where it begins in the provision's `text`. */
  readonly offset: number;
  readonly place: Place;
}

/**
 * The place in the file of an offset in a provision's own text.
 * @param countsLines whether each line break in the text is one in the file; otherwise the place is that of the paragraph
 */
export function placeIn({ text, place, paragraphs = [] }: Provision, offset: number, countsLines: boolean): Place {
  const start = paragraphs.findLast((paragraph) => paragraph.offset <= offset) ?? { offset: 0, place };
  if (!countsLines || start.place.line === undefined) return start.place;
  const breaks = text.slice(start.offset, offset).split('\n').length - 1;
  return { ...start.place, line: start.place.line + breaks };
}

/** A position in the file. */
export interface Place {
  /** Line in a text, HTML or XML file; paragraph number in a Word, OpenDocument, RTF or MHTML file. From 1. */
  readonly line?: number;
  /** Page of a PDF, from 1. */
  readonly page?: number;
  /** Id of the element in Akoma Ntoso. */
  readonly eId?: string;
}

export type DraftFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'akn' | 'odt' | 'rtf' | 'mhtml';

/** Deleted, struck or hidden words of a draft, which are not the law. */
export interface StruckText {
  readonly text: string;
  /** The label of the provision in which they stood; empty if it has none. */
  readonly label: string;
  readonly place: Place;
}

/** A draft law as read from a file. */
export interface DraftText {
  /** The file name, as the user gave it. */
  readonly source: string;
  readonly format: DraftFormat;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly provisions: readonly Provision[];
  /** In document order. */
  readonly struck: readonly StruckText[];
  /** How the file was read. */
  readonly reading: Reading;
}

/** Visits provisions in document order, each with its ancestors, outermost first. */
export function* walk(
  provisions: readonly Provision[],
  above: readonly Provision[] = [],
): Generator<{ provision: Provision; above: readonly Provision[] }> {
  for (const provision of provisions) {
    yield { provision, above };
    yield* walk(provision.children, [...above, provision]);
  }
}

/** What a law is cited by: the innermost article, section or recital around a provision, or itself if there is none. */
export function unitAround(provision: Provision, above: readonly Provision[]): Provision {
  return [...above, provision].findLast(({ kind }) => kind === 'unit' || kind === 'recital') ?? provision;
}

/** The text of a provision and all its descendants in document order, including numbers and headings. */
export function fullText(provision: Provision): string {
  const head = [provision.marker, provision.heading].filter(Boolean).join(' ');
  const own =
    provision.kind === 'point'
      ? [head, provision.text].filter(Boolean).join(' ')
      : [head, provision.text].filter(Boolean).join('\n');
  return [own, ...provision.children.map(fullText)].filter(Boolean).join('\n');
}

/** The label of the innermost provision that has one; empty if none has. */
export function labelOf(path: readonly Provision[]): string {
  return path.findLast(({ label }) => label !== '')?.label ?? '';
}
