import type { Block } from '../block.ts';
import { outside } from './amendments/amendments.ts';
import { beginsQuoted, looksLikeHeading, type MarkedBlock, tidyTitle } from './headings.ts';
import { marginTitles, withoutMarginTitle } from './margin-titles.ts';
import numbering from './numbering.json' with { type: 'json' };
import type { BaseUnit } from './numbers/base-unit.ts';
import type { StructureMarker } from './numbers/markers.ts';
import { bareKind } from './numbers/numbered.ts';
import { pointMarker } from './numbers/point-markers.ts';
import { matches } from './preamble.ts';
import {
  haveTitlesAfter,
  isCredit,
  isHeadingBetween,
  isSentenceBeforeList,
  isTitleAfter,
  listFollows,
  saysWithoutEffect,
  splitRunInTitle,
  splitShortLine,
  splitTitleLine,
  titlesBefore,
} from './titles.ts';
import { type Transitional, transitionalIn } from './transitional.ts';
import { unitsOf } from './units.ts';

/** A title and the words after it. Either may be empty. */
interface SplitTitle {
  readonly heading: string;
  readonly text: string;
}

const sectionLabel = numbering.groups.section.label;

/** `§ 1. Общие положения`: in a Russian law that has articles, the sign names a group of them. */
function isRussianGroup({ kind, rest }: StructureMarker, base: BaseUnit): boolean {
  return kind === 'paragraph-sign' && base.kind === 'article' && /^\p{Script=Cyrillic}/u.test(rest);
}

/** Finds the blocks of a draft that are headings, and separates titles from text. */
export class HeadingReader {
  readonly #blocks: readonly MarkedBlock[];
  readonly #base: BaseUnit;
  readonly #units: ReadonlySet<Block>;
  /** Articles that group paragraph signs, as in German bills, where each article is or amends a law. */
  readonly #articles: ReadonlySet<Block>;
  readonly #transitional: Transitional;
  /** Whether most units have their title after their number. */
  readonly #hasTitlesAfter: boolean;
  /** Titles before the number of their unit, each with that unit. */
  readonly titles: ReadonlyMap<Block, Block>;
  /** Titles at the end of the first paragraph of their unit. */
  readonly #marginTitles: ReadonlyMap<Block, string>;

  /** @param inserted the blocks that hold words for other laws */
  constructor(blocks: readonly MarkedBlock[], base: BaseUnit, inserted: ReadonlyMap<number, number>) {
    this.#blocks = blocks;
    this.#base = base;
    const own = outside(blocks, inserted);
    this.#units = base.kind === bareKind ? new Set(base.numbered.keys()) : unitsOf(own, base.kind);
    const articles = base.kind === 'paragraph-sign' ? unitsOf(own, 'article') : new Set<Block>();
    this.#articles = articles.size > 1 ? articles : new Set();
    this.#transitional = transitionalIn(blocks);
    this.#hasTitlesAfter = haveTitlesAfter(blocks, this.#units, (block) => this.headingOf(block));
    this.titles = titlesBefore(blocks, this.#units, (block) => this.headingOf(block));
    this.#marginTitles = marginTitles(blocks, this.#units);
  }

  /** The provision that a block is the heading of; undefined for other blocks. */
  headingOf(block: MarkedBlock): StructureMarker | undefined {
    if (beginsQuoted(block.text)) return undefined;
    const numbered = this.#base.numbered.get(block);
    if (numbered) return numbered;
    const transitional = this.#transitional.units.get(block);
    if (transitional) return transitional;
    if (this.#transitional.headings.has(block)) return undefined;
    for (const marker of block.markers) {
      if (!looksLikeHeading(block, marker)) continue;
      if (marker.type === 'unit' && this.#articles.has(block)) return { ...marker, type: 'group', kind: 'book' };
      if (isRussianGroup(marker, this.#base)) return { ...marker, type: 'group', kind: 'section', word: sectionLabel };
      if (marker.type === 'unit' && (marker.kind !== this.#base.kind || !this.#units.has(block))) continue;
      if (marker.type === 'group' && marker.kind === this.#base.kind) continue;
      return marker;
    }
    return undefined;
  }

  /**
   * Splits the words after a unit's number into title and text: `Section 2. Definitions. In this Act ...` has both.
   * @param isInLaw whether a unit precedes
   */
  splitTitle(words: string, marker: StructureMarker, index: number, isInLaw: boolean): SplitTitle {
    const inMargin = this.#marginTitles.get(this.#blocks[index] as MarkedBlock);
    if (inMargin !== undefined) return { heading: tidyTitle(inMargin), text: withoutMarginTitle(words, inMargin) };
    if (pointMarker(words)) return { heading: '', text: words };
    const runIn = splitRunInTitle(words, marker.separated, this.#hasTitlesAfter);
    if (runIn && (runIn.text !== '' || this.#textFollows(index, isInLaw))) return runIn;
    const block = this.#blocks[index] as MarkedBlock;
    const isDashed = /^\s*[:–—-]/.test(block.text.slice(marker.written.length));
    const isMarked = isDashed || /^\d+[A-Z]*$/.test(marker.written);
    const titleLine = isMarked ? splitTitleLine(words) : splitShortLine(words);
    if (titleLine) return titleLine;
    const isTitle =
      this.#textFollows(index, isInLaw) &&
      !listFollows(words, this.#blocks[index + 1]?.text) &&
      !isSentenceBeforeList(words, this.#blocks[index + 1]?.text ?? '') &&
      isTitleAfter(words, marker, this.#hasTitlesAfter);
    return isTitle ? { heading: tidyTitle(words), text: '' } : { heading: '', text: words };
  }

  /** Whether the block after this one is text that a title can stand above. */
  #textFollows(index: number, isInLaw: boolean): boolean {
    const next = this.#blocks[index + 1];
    if (next === undefined || next.heading || this.headingOf(next) || matches(numbering.closing, next.text)) return false;
    return !(isInLaw && this.isHeadingBetween(next, index + 1));
  }

  /** Whether the paragraph below a number is its title: short, not a sentence, and, for a unit, followed by text. */
  isTitle(block: MarkedBlock, index: number, marker: StructureMarker): boolean {
    // "Artigo 10.º" / "Disposição transitória" / "1 - Os prazos ...".
    const own = this.headingOf(block);
    const isSupplement = own?.type === 'supplement' && own.rest === '' && !own.separated && marker.type === 'unit';
    if ((own && !isSupplement) || pointMarker(block.text)) return false;
    if (block.heading) return true;
    if (
      saysWithoutEffect(block.text) ||
      isCredit(block.text) ||
      block.text.length > 250 ||
      /[.;:,。；：，؛،]$/.test(block.text.trim())
    )
      return false;
    const after = this.#blocks[index + 1];
    return marker.type !== 'unit' || (after !== undefined && this.headingOf(after) === undefined);
  }

  /** Whether a paragraph below a unit is the heading of the next units, although the format does not mark it as one. */
  isHeadingBetween(block: MarkedBlock, index: number): boolean {
    const [above, next] = [this.#blocks[index - 1], this.#blocks[index + 1]];
    if (block.heading || !above || !next || this.headingOf(above)?.rest === '') return false;
    const type = this.headingOf(next)?.type;
    return (type === 'unit' || type === 'supplement') && isHeadingBetween(block.text, above.text);
  }

  /** The same, if the units are supplements, such as transitional articles: they belong to no group. */
  isHeadingOfSupplements(block: MarkedBlock, index: number): boolean {
    const next = this.#blocks[index + 1];
    return next !== undefined && this.headingOf(next)?.type === 'supplement' && this.isHeadingBetween(block, index);
  }
}
