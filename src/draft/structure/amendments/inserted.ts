import {
  beginsQuoted,
  firstLine,
  joinLoneMarkers,
  looksLikeHeading,
  type MarkedBlock,
  splitHeadingLines,
  textAfter,
  tidyTitle,
  withMarkers,
} from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import type { StructureMarker } from '../numbers/markers.ts';
import { bareNumber, codeSection } from '../numbers/numbered.ts';
import { type PointMarker, pointMarker } from '../numbers/point-markers.ts';
import { type OpenProvision, OutlineBuilder } from '../outline-builder.ts';
import { addPoint, addUnnumbered } from '../points.ts';
import type { Place } from '../provision.ts';
import { isSentence, isTitleAfter, splitRunInTitle } from '../titles.ts';

/** How the provisions that an amending provision inserts are named. */
export interface InsertedNames {
  /** The label of the amending provision: `sec. 2(1)`. */
  readonly by: string;
  /** The word for provisions that have only a number; empty if they are points. */
  readonly word: string;
}

/**
 * Builds the provisions that an amending provision puts into another law. They are points of the amending provision, and named after
 * both: `sec. 2(1), inserting sec. 12B(1)`.
 * @param blocks the inserted words, with their quotation marks
 * @returns the provisions; the first has no number and holds the words before the first number
 */
export function insertedProvisions(blocks: readonly MarkedBlock[], names: InsertedNames): OpenProvision[] {
  return new InsertedReader(blocks, names).run();
}

class InsertedReader {
  readonly #builder = new OutlineBuilder();
  readonly #blocks: readonly MarkedBlock[];
  readonly #names: InsertedNames;
  /** The quotation mark before the number of each paragraph that has one. */
  readonly #marks: Map<Place, string>;

  /** The kind of the last inserted provision. */
  #lastKind = '';
  /** The title that stands above the number of the next provision. */
  #titleAbove = '';

  constructor(blocks: readonly MarkedBlock[], names: InsertedNames) {
    const quoted = blocks.filter(({ text }) => beginsQuoted(text) && startsNumbered(text.slice(1).trimStart()));
    this.#marks = new Map(quoted.map(({ text, place }) => [place, /^\S\s*/u.exec(text)?.[0] ?? '']));
    const unquoted = blocks.map((block) =>
      quoted.includes(block) ? { ...block, text: block.text.slice(1).trimStart() } : block,
    );
    this.#blocks = joinLoneMarkers(unquoted.flatMap(splitHeadingLines)).map(withMarkers);
    this.#names = names;
  }

  run(): OpenProvision[] {
    this.#builder.openInserted(`${this.#names.by}, inserting `, this.#blocks[0]?.place ?? {});
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index] as MarkedBlock;
      const mark = this.#marks.get(block.place) ?? '';
      this.#marks.delete(block.place);
      const head = headingIn(block, this.#names);
      // In Brazil "§ 1º" is a paragraph of the article above it.
      const isParagraph = head?.kind === 'paragraph-sign' && this.#lastKind === 'article';
      if (head && !isParagraph) index = this.#open({ ...head, written: mark + head.written }, index);
      else if (this.#isTitleAbove(index)) this.#titleAbove = mark + block.text;
      else this.#addText(block.text, block.place, index, mark);
    }
    for (const child of this.#builder.roots[0]?.children ?? []) if (child.kind === 'closing') child.label = this.#names.by;
    return this.#builder.roots;
  }

  /** Opens an inserted provision with its title and the text on its line. Returns the index of the last block that was used. */
  #open(marker: StructureMarker, index: number): number {
    const { place, text } = this.#blocks[index] as MarkedBlock;
    const next = this.#blocks[index + 1];
    const words = textAfter(marker, { text });
    const above = this.#titleAbove;
    this.#titleAbove = '';
    const isTitleBelow = words === '' && next !== undefined && isTitleLine(next) && this.#blocks[index + 2] !== undefined;
    const isTitle = marker.type !== 'unit' || (next !== undefined && !pointMarker(words) && isTitleAfter(words, marker));
    const split =
      (above !== '' ? { heading: above, text: words } : undefined) ??
      (pointMarker(words) ? undefined : splitRunInTitle(words, marker.separated)) ??
      (isTitle ? { heading: words, text: '' } : { heading: '', text: words });
    const label = `${this.#names.by}, inserting ${marker.word} ${marker.number}`.trim();
    this.#lastKind = marker.kind;
    this.#builder.openInserted(label, place, marker.written, tidyTitle(isTitleBelow ? next.text : split.heading));
    if (split.text !== '') this.#addText(split.text, place, index, '');
    return isTitleBelow ? index + 1 : index;
  }

  /** Whether a paragraph is the title of the provision below it, whose text is on the line of its number. */
  #isTitleAbove(index: number): boolean {
    const [block, next] = [this.#blocks[index] as MarkedBlock, this.#blocks[index + 1]];
    const head = next && headingIn(next, this.#names);
    const words = head?.type === 'unit' ? textAfter(head, next as MarkedBlock) : '';
    if (!head || words === '' || !isTitleLine(block)) return false;
    return pointMarker(words) !== undefined || !isTitleAfter(words, head);
  }

  /** Adds a paragraph as a point if it has a number that fits. */
  #addText(text: string, place: Place, index: number, mark: string): void {
    const ahead = (distance: number): PointMarker | undefined => pointMarker(this.#blocks[index + distance]?.text ?? '');
    if (!addPoint(this.#builder, text, place, ahead)) addUnnumbered(this.#builder, mark + text, place);
    else if (mark !== '') {
      const added = this.#builder.points().find(({ node }) => node.place === place)?.node;
      if (added?.marker !== undefined) added.marker = mark + added.marker;
    }
  }
}

function startsNumbered(text: string): boolean {
  const [block] = splitHeadingLines({ text, place: {} }).map(withMarkers);
  return (
    pointMarker(text) !== undefined ||
    bareNumber(text) !== undefined ||
    codeSection(text) !== undefined ||
    (block?.markers.length ?? 0) > 0
  );
}

/** The provision that an inserted paragraph is the heading of. */
function headingIn(block: MarkedBlock, { word }: InsertedNames): StructureMarker | undefined {
  const fitting = block.markers.filter((marker) => looksLikeHeading(block, marker));
  const named = fitting.find(({ type }) => type === 'unit') ?? fitting[0];
  if (named) return named;
  const code = codeSection(block.text);
  if (code) return { ...code, type: 'unit', word: numbering.units.section.label, separated: true };
  const bare = word === '' ? undefined : bareNumber(block.text);
  const written = bare && block.text.slice(0, block.text.length - bare.rest.length).trim();
  const rest = written === undefined ? '' : firstLine(block.text).slice(written.length).trim();
  return bare && written ? { ...bare, rest, type: 'unit', word, written, separated: /[.—–]$/.test(written) } : undefined;
}

function isTitleLine({ text, markers }: MarkedBlock): boolean {
  return text.length <= 200 && markers.length === 0 && !pointMarker(text) && !/[.;:,—–-]$/.test(text) && !isSentence(text);
}
