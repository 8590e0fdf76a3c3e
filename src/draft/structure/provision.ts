/** A `unit` is what a law is cited by (article, section, clause, §); a `group` holds units (part, chapter); a `point` stands in a unit. */
export type ProvisionKind = 'preamble' | 'recital' | 'group' | 'unit' | 'point' | 'closing' | 'annex';

/** A piece of a draft that can be cited. */
export interface Provision {
  /** As a lawyer cites it: `art. 14(2)(b)`, `rec. 47`, `annex III`. Empty where it has no name of its own (a cross-heading). */
  readonly label: string;
  readonly kind: ProvisionKind;
  /** The number as it is written: `Article 14`, `(2)`, `§ 1º`. */
  readonly marker?: string;
  readonly heading?: string;
  /** Its own words, without its number and heading and without those of its children. Line breaks are the source's. */
  readonly text: string;
  readonly place: Place;
  /** Where the paragraphs of `text` stand that came after its number and heading; absent where it has none of its own. */
  readonly paragraphs?: readonly Paragraph[];
  /** In the order of the text. Words that follow a list and belong to no point of it are a child with this provision's own label. */
  readonly children: readonly Provision[];
}

/** A paragraph within a provision's text. */
export interface Paragraph {
  /** Where it begins in the text. */
  readonly offset: number;
  readonly place: Place;
}

/**
 * Where an offset of a provision's own text stands in the file: with its paragraph, further down by the line breaks within it.
 * @param countsLines whether line breaks of the text are those of the file
 */
export function placeIn({ text, place, paragraphs = [] }: Provision, offset: number, countsLines: boolean): Place {
  const start = paragraphs.findLast((paragraph) => paragraph.offset <= offset) ?? { offset: 0, place };
  if (!countsLines || start.place.line === undefined) return start.place;
  const breaks = text.slice(start.offset, offset).split('\n').length - 1;
  return { ...start.place, line: start.place.line + breaks };
}

/** Where something stands in the file. */
export interface Place {
  /** Line of a text file, HTML or XML; number of the paragraph in a Word file. From 1. */
  readonly line?: number;
  /** Of a PDF, from 1. */
  readonly page?: number;
  /** Of Akoma Ntoso. */
  readonly eId?: string;
}

export type DraftFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'akn';

/** The text of a draft law, read. */
export interface DraftText {
  /** Its file, as the user named it. */
  readonly source: string;
  readonly format: DraftFormat;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly provisions: readonly Provision[];
}

/** Visits a provision and all below it in the order of the text, with those above it, outermost first. */
export function* walk(
  provisions: readonly Provision[],
  above: readonly Provision[] = [],
): Generator<{ provision: Provision; above: readonly Provision[] }> {
  for (const provision of provisions) {
    yield { provision, above };
    yield* walk(provision.children, [...above, provision]);
  }
}

/** All the words of a provision, its own and those below it, in the order of the text, with numbers and headings. */
export function fullText(provision: Provision): string {
  const head = [provision.marker, provision.heading].filter(Boolean).join(' ');
  const own =
    provision.kind === 'point'
      ? [head, provision.text].filter(Boolean).join(' ')
      : [head, provision.text].filter(Boolean).join('\n');
  return [own, ...provision.children.map(fullText)].filter(Boolean).join('\n');
}
