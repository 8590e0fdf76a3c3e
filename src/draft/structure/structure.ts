import { type Block, isBody } from '../block.ts';
import { insertedRanges, outside, withoutInserted } from './amendments/amendments.ts';
import { insertedProvisions } from './amendments/inserted.ts';
import { separateAround } from './around.ts';
import { aroundOf, type Structured, withAsides } from './asides.ts';
import { withBareSchedules } from './bare-schedules.ts';
import { columnOf, joined, separateColumns } from './columns.ts';
import { separateContents } from './contents.ts';
import { crossHeadings, isTitleOfPoint } from './cross-headings.ts';
import { splitGlued } from './glued.ts';
import { HeadingReader } from './heading-reader.ts';
import {
  isPreambleWord,
  isRemark,
  isTitleInBrackets,
  joinLoneMarkers,
  type MarkedBlock,
  splitHeadingLines,
  textAfter,
  tidyTitle,
  withMarkers,
  withoutDirectionMarks,
  withRemark,
} from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { type BaseUnit, baseUnit } from './numbers/base-unit.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { bareKind, codeSection } from './numbers/numbered.ts';
import { type PointMarker, pointMarker } from './numbers/point-markers.ts';
import { lawsIn } from './numbers/rows.ts';
import { withGroups } from './numbers/same-numbers.ts';
import { withoutOuterQuotes } from './outer-quotes.ts';
import { type Outline, OutlineBuilder } from './outline-builder.ts';
import { withoutPageMarks } from './page-marks.ts';
import { addPoint, addUnnumbered } from './points.ts';
import { addToPreamble, matches } from './preamble.ts';
import { saysWithoutEffect, splitShortLine } from './titles.ts';
import { transitionalBase } from './transitional.ts';
import { structureWithoutUnits } from './without-units.ts';

/** The label of everything after the last unit: place, date, signatures and notes. */
const closingLabel = 'closing formula';

/** Builds the tree of provisions from the blocks of a draft. Notes and tables of contents become provisions of their own. */
export function structureOf(blocks: readonly Block[]): Structured {
  const source = withoutPageMarks(blocks.map(withoutDirectionMarks));
  const isBodyOnly = source.every(isBody);
  const { flow, columns } = separateColumns(isBodyOnly ? source : source.filter(isBody));
  const outlines = [textOutline(flow), ...columns.map((column) => columnOf(column, textOutline(column.blocks)))];
  return withAsides(joined(outlines), source);
}

/** The tree of a text with all that stands around it. */
function textOutline(source: readonly Block[]): Outline {
  const blocks = joinLoneMarkers(withoutOuterQuotes(source).flatMap(splitGlued).flatMap(splitHeadingLines)).map(withMarkers);
  const { text, contents } = separateContents(blocks);
  const { law, around } = separateAround(text);
  const laws = joined(lawsIn(withBareSchedules(law)).map(outlineOf));
  return {
    provisions: [...withGroups(laws.provisions), ...around.map(aroundOf)],
    contents: [...contents, ...laws.contents],
  };
}

function outlineOf(blocks: readonly MarkedBlock[]): Outline {
  const base = baseUnit(withoutInserted(blocks)) ?? transitionalBase(blocks);
  return base === undefined ? structureWithoutUnits(blocks) : new Structure(blocks, base).run();
}

/** Builds the tree of a draft that has units. */
class Structure {
  readonly #blocks: readonly MarkedBlock[];
  readonly #base: BaseUnit;
  readonly #headings: HeadingReader;
  readonly #builder = new OutlineBuilder();
  /** The blocks that hold words for other laws, from the index of the first to the one after the last. */
  readonly #inserted: ReadonlyMap<number, number>;
  /** Headings without a number between two units. */
  readonly #crossHeadings: ReadonlySet<Block>;
  /** Whether the last heading was that of a supplement, or of several. */
  #isAmongSupplements = false;
  /** Number of the last unit; empty before the first one and after the heading of an annex. */
  #lastUnit = '';
  /** The last unit that is no supplement, and whether it has been opened: transitional articles after it belong to no group. */
  readonly #finalUnit: Block | undefined;
  #isPastUnits = false;
  /** The word in the labels of units that have only a number. */
  readonly #word: string;

  constructor(blocks: readonly MarkedBlock[], base: BaseUnit) {
    this.#blocks = blocks;
    this.#base = base;
    this.#inserted = insertedRanges(blocks, base);
    this.#headings = new HeadingReader(blocks, base, this.#inserted);
    this.#word = [...base.numbered.values()][0]?.word ?? '';
    this.#finalUnit = blocks.findLast((block) => this.#headings.headingOf(block)?.type === 'unit');
    const isOwn = new Set<Block>(outside(blocks, this.#inserted));
    const opens = (block: MarkedBlock): StructureMarker | 'title' | undefined =>
      isOwn.has(block) ? (this.#headings.titles.has(block) ? 'title' : this.#headings.headingOf(block)) : undefined;
    this.#crossHeadings = crossHeadings(blocks, opens);
  }

  get #isAfterUnit(): boolean {
    return this.#lastUnit !== '';
  }

  run(): Outline {
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index] as MarkedBlock;
      this.#isPastUnits ||= block === this.#finalUnit;
      const isInLaw = this.#isAfterUnit || this.#builder.roots.at(-1)?.kind === 'annex';
      const insertedEnd = isInLaw ? this.#inserted.get(index) : undefined;
      if (insertedEnd !== undefined) {
        this.#addInserted(index, insertedEnd);
        index = insertedEnd - 1;
        continue;
      }
      const marker = this.#headings.headingOf(block);
      if (this.#headings.titles.has(block)) continue;
      if (marker) index = this.#openHeading(marker, block, index);
      else if (this.#isAfterUnit && this.#headings.isHeadingOfSupplements(block, index)) this.#openHeadingBetween(block, index);
      else if (this.#crossHeadings.has(block) || (block.heading && !pointMarker(block.text))) this.#addUnnumberedHeading(block);
      else if (this.#isAfterUnit && this.#headings.isHeadingBetween(block, index)) this.#openHeadingBetween(block, index);
      else if (isTitleOfPoint(block, this.#blocks[index + 1], this.#builder)) this.#addTitledPoint(block, ++index);
      else this.#addText(block, index);
    }
    return this.#builder.finish();
  }

  /**
   * Opens the provision that a heading names, with its title, which may be the next paragraph.
   * @returns the index of the last block that was used
   */
  #openHeading(marker: StructureMarker, block: MarkedBlock, index: number): number {
    const text = textAfter(marker, block);
    if (isRemark(text, marker) && !saysWithoutEffect(text) && !isTitleInBrackets(text, marker))
      return this.#openWithTitleBelow(withRemark(marker, text), block, index);
    if (text === '') return this.#openWithTitleBelow(marker, block, index);
    const isUnit = marker.type === 'unit' || marker.type === 'supplement';
    if (isUnit && !block.heading) this.#openUnitWithText(marker, text, index);
    else this.#open(marker, tidyTitle(text), block);
    return index;
  }

  /** Opens a unit whose number is followed by its title, its text or both. */
  #openUnitWithText(marker: StructureMarker, words: string, index: number): void {
    const block = this.#blocks[index] as MarkedBlock;
    const above = this.#blocks[index - 1];
    const hasTitleAbove = above !== undefined && this.#headings.titles.get(above) === block;
    const { heading, text } = hasTitleAbove
      ? { heading: tidyTitle(above.text), text: words }
      : this.#headings.splitTitle(words, marker, index, this.#isAfterUnit);
    this.#open(marker, heading, block);
    if (text !== '') this.#addText({ ...block, text }, index);
  }

  /** Opens a provision whose heading has only a number. Returns the index of its title, if the next paragraph is one. */
  #openWithTitleBelow(marker: StructureMarker, block: MarkedBlock, index: number): number {
    const next = this.#blocks[index + 1];
    // "ANEXO / (a que se refere o artigo 2.º) / Critérios"
    const hasRemark = next !== undefined && marker.type === 'annex' && isRemark(next.text, marker);
    const last = hasRemark ? index + 1 : index;
    const title = this.#blocks[last + 1];
    const isTitled = title !== undefined && this.#headings.isTitle(title, last + 1, marker);
    const opened = hasRemark ? withRemark(marker, next.text) : marker;
    const split =
      title && !isTitled && marker.type === 'unit' && !this.#headings.headingOf(title) ? splitShortLine(title.text) : undefined;
    if (title && split) {
      this.#open(opened, split.heading, block);
      this.#addText({ ...title, text: split.text }, last + 1);
      return last + 1;
    }
    this.#open(opened, isTitled ? tidyTitle(title.text) : '', block);
    return isTitled ? last + 1 : last;
  }

  #open(marker: StructureMarker, heading: string, { place }: Block): void {
    if (marker.type === 'group') this.#builder.openGroup(marker, heading, place);
    else if (marker.type === 'annex') {
      this.#builder.openAnnex(marker, heading, place);
      this.#lastUnit = '';
    } else {
      const isSupplement = marker.type === 'supplement';
      if (isSupplement && !this.#isAmongSupplements && this.#isPastUnits) this.#builder.leaveGroups();
      this.#isAmongSupplements = isSupplement;
      this.#builder.openUnit(marker, heading, place);
      this.#lastUnit = marker.number;
    }
  }

  /** Adds the words that the open provision puts into another law. */
  #addInserted(start: number, end: number): void {
    const builder = this.#builder;
    const intro = builder.lastText;
    const isParagraph = /\b(?:sub-?)?paragraphs?\s\d+[A-Z]*\b[^.]*$/u.test(intro.slice(-200));
    const isSection = /\bsection\s\d+[A-Z]*\b[^.]*to read(?: as follows)?:?$/iu.test(intro);
    // Numbers in the sections of a code are those of points.
    const isCode = this.#blocks
      .slice(start, end)
      .some(({ text, markers }) => codeSection(text) !== undefined || markers.some(({ kind }) => kind === 'paragraph-sign'));
    const word = isSection ? 'sec.' : this.#base.kind !== bareKind || isCode ? '' : isParagraph ? 'para.' : this.#word;
    const [plain, ...provisions] = insertedProvisions(this.#blocks.slice(start, end), { by: builder.current?.label ?? '', word });
    for (const [index, text] of (plain?.text === '' ? [] : (plain?.text.split('\n') ?? [])).entries())
      builder.addText(text, plain?.paragraphs?.[index]?.place ?? this.#blocks[start]?.place ?? {});
    builder.graft([...(plain?.children ?? []), ...provisions]);
  }

  #openHeadingBetween({ text, place }: Block, index: number): void {
    const next = this.#blocks[index + 1];
    this.#isAmongSupplements = next !== undefined && this.#headings.headingOf(next)?.type === 'supplement';
    if (this.#isAmongSupplements) this.#builder.leaveGroups();
    this.#builder.openGroup(undefined, tidyTitle(text), place);
  }

  #addUnnumberedHeading(block: Block): void {
    if (isPreambleWord(block.text)) this.#openPreamble(block);
    else if (this.#lastUnit === '' && !/annex|group/.test(this.#builder.container?.kind ?? ''))
      this.#builder.addText(block.text, block.place);
    else this.#builder.openTitled(tidyTitle(block.text), block.place);
  }

  #openPreamble({ place, text }: Block): void {
    const open = this.#builder.roots[0];
    if (open?.kind === 'preamble') open.heading ??= tidyTitle(text);
    else this.#builder.openPreamble(place, tidyTitle(text));
  }

  /** Adds a point whose title stands above it. */
  #addTitledPoint(title: Block, index: number): void {
    const block = this.#blocks[index] as Block;
    this.#addText(block, index);
    const point = this.#builder.points().find(({ node }) => node.place === block.place);
    if (point) point.node.heading = tidyTitle(title.text);
    else this.#builder.addText(title.text, title.place);
  }

  /** Adds a paragraph that is not a heading. */
  #addText(block: Block, index: number): void {
    const container = this.#builder.container;
    // Notes after the closing formula have numbers of their own, which are not points of the law.
    if (container?.label === closingLabel) this.#builder.addText(block.text, block.place);
    else if (this.#lastUnit !== '' && matches(numbering.closing, block.text)) {
      this.#builder.openClosing(closingLabel, block.place);
      this.#builder.addText(block.text, block.place);
    } else if (
      this.#lastUnit === '' &&
      (container === undefined || container.kind === 'preamble' || container.kind === 'recital')
    ) {
      addToPreamble(this.#builder, block, this.#base.kind === bareKind);
    } else {
      const ahead = (distance: number): PointMarker | undefined => pointMarker(this.#blocks[index + distance]?.text ?? '');
      // In a law cited by §, a line with § that is not a unit is an entry of a table of contents, not a paragraph of an article.
      const isListed = this.#base.kind === 'paragraph-sign' && block.text.startsWith('§');
      if (isListed || !addPoint(this.#builder, block.text, block.place, ahead))
        addUnnumbered(this.#builder, block.text, block.place);
    }
  }
}
