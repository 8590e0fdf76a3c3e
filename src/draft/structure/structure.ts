import { type Block, isBody } from '../block.ts';
import { insertedRanges, outside, withoutInserted } from './amendments/amendments.ts';
import { insertedProvisions } from './amendments/inserted.ts';
import { separateAround } from './around.ts';
import { aroundOf, type Structured, withAsides } from './asides.ts';
import { columnOf, joined, separateColumns } from './columns.ts';
import { separateContents } from './contents.ts';
import {
  beginsQuoted,
  isPreambleWord,
  isRemark,
  joinLoneMarkers,
  looksLikeHeading,
  type MarkedBlock,
  splitHeadingLines,
  tidyTitle,
  withMarkers,
} from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import { type BaseUnit, baseUnit } from './numbers/base-unit.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { bareKind } from './numbers/numbered.ts';
import { type PointMarker, pointMarker } from './numbers/point-markers.ts';
import { lawsIn } from './numbers/rows.ts';
import { withGroups } from './numbers/same-numbers.ts';
import { type Outline, OutlineBuilder } from './outline-builder.ts';
import { addPoint, addUnnumbered } from './points.ts';
import { addToPreamble, matches } from './preamble.ts';
import {
  hasFiniteVerb,
  haveTitlesAfter,
  isTitleAfter,
  saysWithoutEffect,
  splitRunInTitle,
  splitShortLine,
  splitTitleLine,
  titlesBefore,
} from './titles.ts';
import { transitionalBase, transitionalUnits } from './transitional.ts';
import { unitsOf } from './units.ts';
import { structureWithoutUnits } from './without-units.ts';

/** The label of everything after the last unit: place, date, signatures and notes. */
const closingLabel = 'closing formula';

/** Builds the tree of provisions from the blocks of a draft. Notes and tables of contents become provisions of their own. */
export function structureOf(source: readonly Block[]): Structured {
  const isBodyOnly = source.every(isBody);
  const { flow, columns } = separateColumns(isBodyOnly ? source : source.filter(isBody));
  const outlines = [textOutline(flow), ...columns.map((column) => columnOf(column, textOutline(column.blocks)))];
  return withAsides(joined(outlines), source);
}

/** The tree of a text with all that stands around it. */
function textOutline(source: readonly Block[]): Outline {
  const blocks = joinLoneMarkers(source.flatMap(splitHeadingLines)).map(withMarkers);
  const { text, contents } = separateContents(blocks);
  const { law, around } = separateAround(text);
  const laws = joined(lawsIn(law).map(outlineOf));
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
  readonly #builder = new OutlineBuilder();
  readonly #units: ReadonlySet<Block>;
  /** The blocks that hold words for other laws, from the index of the first to the one after the last. */
  readonly #inserted: ReadonlyMap<number, number>;
  /** Articles that group paragraph signs, as in German bills, where each article is or amends a law. */
  readonly #articles: ReadonlySet<Block>;
  readonly #transitional: ReadonlyMap<Block, StructureMarker>;
  /** Titles before the number of their unit, each with that unit. */
  readonly #titles: ReadonlyMap<Block, Block>;
  /** Whether most units have their title after their number. */
  readonly #hasTitlesAfter: boolean;
  /** Number of the last unit; empty before the first one and after the heading of an annex. */
  #lastUnit = '';

  /** The word in the labels of units that have only a number. */
  readonly #word: string;

  constructor(blocks: readonly MarkedBlock[], base: BaseUnit) {
    this.#blocks = blocks;
    this.#base = base;
    this.#inserted = insertedRanges(blocks, base);
    const own = outside(blocks, this.#inserted);
    this.#units = base.kind === bareKind ? new Set(base.numbered.keys()) : unitsOf(own, base.kind);
    const articles = base.kind === 'paragraph-sign' ? unitsOf(own, 'article') : new Set<Block>();
    this.#articles = articles.size > 1 ? articles : new Set();
    this.#word = [...base.numbered.values()][0]?.word ?? '';
    this.#transitional = transitionalUnits(blocks);
    this.#hasTitlesAfter = haveTitlesAfter(blocks, this.#units, (block) => this.#headingOf(block));
    this.#titles = titlesBefore(blocks, this.#units, (block) => this.#headingOf(block));
  }

  run(): Outline {
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index] as MarkedBlock;
      const insertedEnd = this.#lastUnit === '' ? undefined : this.#inserted.get(index);
      if (insertedEnd !== undefined) {
        this.#addInserted(index, insertedEnd);
        index = insertedEnd - 1;
        continue;
      }
      const marker = this.#headingOf(block);
      if (this.#titles.has(block)) continue;
      if (marker) index = this.#openHeading(marker, block, index);
      else if (block.heading && !pointMarker(block.text)) this.#addUnnumberedHeading(block);
      else this.#addText(block, index);
    }
    return this.#builder.finish();
  }

  /** The provision that a block is the heading of; undefined for other blocks. */
  #headingOf(block: MarkedBlock): StructureMarker | undefined {
    if (beginsQuoted(block.text)) return undefined;
    const numbered = this.#base.numbered.get(block);
    if (numbered) return numbered;
    const transitional = this.#transitional.get(block);
    if (transitional) return transitional;
    for (const marker of block.markers) {
      if (!looksLikeHeading(block, marker)) continue;
      if (marker.type === 'unit' && this.#articles.has(block)) return { ...marker, type: 'group', kind: 'book' };
      if (marker.type === 'unit' && (marker.kind !== this.#base.kind || !this.#units.has(block))) continue;
      if (marker.type === 'group' && marker.kind === this.#base.kind) continue;
      return marker;
    }
    return undefined;
  }

  /**
   * Opens the provision that a heading names, with its title, which may be the next paragraph.
   * @returns the index of the last block that was used
   */
  #openHeading(marker: StructureMarker, block: MarkedBlock, index: number): number {
    const text = textAfter(marker, block);
    if (isRemark(text, marker) && !saysWithoutEffect(text))
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
    const hasTitleAbove = above !== undefined && this.#titles.get(above) === block;
    const { heading, text } = hasTitleAbove
      ? { heading: tidyTitle(above.text), text: words }
      : this.#splitTitle(words, marker, index);
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
    const isTitled = title !== undefined && this.#isTitle(title, last + 1, marker);
    const opened = hasRemark ? withRemark(marker, next.text) : marker;
    const split =
      title && !isTitled && marker.type === 'unit' && !this.#headingOf(title) ? splitShortLine(title.text) : undefined;
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
      if (marker.type === 'supplement') this.#builder.leaveGroups();
      this.#builder.openUnit(marker, heading, place);
      this.#lastUnit = marker.number;
    }
  }

  /**
   * Splits the words after a unit's number into title and text. `Article 1. Object.` has a title, `Art. 1º This law lays
   * down ...` has text, `Section 2. Definitions. In this Act ...` has both.
   */
  #splitTitle(words: string, marker: StructureMarker, index: number): { heading: string; text: string } {
    if (pointMarker(words)) return { heading: '', text: words };
    const runIn = splitRunInTitle(words, marker.separated, this.#hasTitlesAfter);
    if (runIn && (runIn.text !== '' || this.#textFollows(index))) return runIn;
    const block = this.#blocks[index] as MarkedBlock;
    const isDashed = /^\s*[:–—-]/.test(block.text.slice(marker.written.length));
    const isMarked = isDashed || /^\d+[A-Z]*$/.test(marker.written);
    const titleLine = isMarked ? splitTitleLine(words) : splitShortLine(words);
    if (titleLine) return titleLine;
    const isTitle =
      this.#textFollows(index) && !this.#listFollows(words, index) && isTitleAfter(words, marker, this.#hasTitlesAfter);
    return isTitle ? { heading: tidyTitle(words), text: '' } : { heading: '', text: words };
  }

  /** Whether the words begin a sentence that goes on in a list: `The provider shall assess the risks for` / `1) children,`. */
  #listFollows(words: string, index: number): boolean {
    const point = pointMarker(this.#blocks[index + 1]?.text ?? '');
    return (
      point !== undefined &&
      !words.endsWith('.') &&
      (/^\p{Ll}/u.test(point.rest) || (point.written.endsWith(')') && !point.written.startsWith('(') && hasFiniteVerb(words)))
    );
  }

  /** Whether the block after this one is text that a title can stand above. */
  #textFollows(index: number): boolean {
    const next = this.#blocks[index + 1];
    return next !== undefined && !next.heading && this.#headingOf(next) === undefined && !matches(numbering.closing, next.text);
  }

  /** Whether the paragraph below a number is its title: short, not a sentence, and, for a unit, followed by text. */
  #isTitle(block: MarkedBlock, index: number, marker: StructureMarker): boolean {
    if (this.#headingOf(block) || pointMarker(block.text)) return false;
    if (block.heading) return true;
    if (saysWithoutEffect(block.text) || block.text.length > 250 || /[.;:,]$/.test(block.text.trim())) return false;
    const after = this.#blocks[index + 1];
    return marker.type !== 'unit' || (after !== undefined && this.#headingOf(after) === undefined);
  }

  /** Adds the words that the open provision puts into another law. */
  #addInserted(start: number, end: number): void {
    const builder = this.#builder;
    const intro = builder.lastText;
    const isParagraph = /\b(?:sub-?)?paragraphs?\s\d+[A-Z]*\b[^.]*$/u.test(intro.slice(-200));
    const word = this.#base.kind !== bareKind ? '' : isParagraph ? 'para.' : this.#word;
    const [plain, ...provisions] = insertedProvisions(this.#blocks.slice(start, end), { by: builder.current?.label ?? '', word });
    for (const [index, text] of (plain?.text === '' ? [] : (plain?.text.split('\n') ?? [])).entries())
      builder.addText(text, plain?.paragraphs?.[index]?.place ?? this.#blocks[start]?.place ?? {});
    builder.graft([...(plain?.children ?? []), ...provisions]);
  }

  #addUnnumberedHeading(block: Block): void {
    if (isPreambleWord(block.text)) this.#openPreamble(block);
    else if (this.#lastUnit === '' && this.#builder.container?.kind !== 'annex') this.#builder.addText(block.text, block.place);
    else this.#builder.openGroup(undefined, tidyTitle(block.text), block.place);
  }

  #openPreamble({ place, text }: Block): void {
    const open = this.#builder.roots[0];
    if (open?.kind === 'preamble') open.heading ??= tidyTitle(text);
    else this.#builder.openPreamble(place, tidyTitle(text));
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

/** The words of a block after the number in its heading. */
function textAfter({ rest }: StructureMarker, { text }: Block): string {
  const end = text.indexOf('\n');
  return (end === -1 ? rest : [rest, text.slice(end + 1)].filter(Boolean).join('\n')).trim();
}

function withRemark(marker: StructureMarker, remark: string): StructureMarker {
  return { ...marker, written: `${marker.written} ${remark}` };
}
