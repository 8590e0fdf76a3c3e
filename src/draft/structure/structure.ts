import type { Block } from '../block.ts';
import { type BaseUnit, baseUnit } from './base-unit.ts';
import { withoutContents } from './contents.ts';
import {
  beginsQuoted,
  headingLength,
  isPreambleWord,
  isRemark,
  joinLoneMarkers,
  looksLikeHeading,
  markersOf,
  splitHeadingLines,
  tidyTitle,
} from './headings.ts';
import { plain, pointMarker, type StructureMarker, transitionalMarker } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };
import { append, OutlineBuilder } from './outline-builder.ts';
import { addPoint, addUnmarked } from './points.ts';
import type { Provision } from './provision.ts';
import { inSequence, type UnitCandidate } from './sequence.ts';

/** What to call place, date, signatures and notes after the last unit. */
const closingLabel = 'closing formula';

/** Works out which provisions a sequence of paragraphs makes up. */
export function structureOf(source: readonly Block[]): Provision[] {
  const blocks = joinLoneMarkers(source.flatMap(splitHeadingLines));
  const base = baseUnit(blocks);
  return base === undefined ? withoutUnits(blocks) : new Structure(withoutContents(blocks, base), base).run();
}

/** The paragraphs that are headings of this kind of unit, going by their numbers. */
function unitsOf(blocks: readonly Block[], kind: string): Set<Block> {
  return inSequence(blocks.flatMap((block, index) => unitCandidate(block, blocks[index + 1], kind)));
}

function unitCandidate(block: Block, next: Block | undefined, kind: string): UnitCandidate[] {
  const marker = unitMarker(block, kind);
  if (!marker) return [];
  const followed = next !== undefined && unitMarker(next, kind) === undefined;
  const alone = marker.rest === '' || marker.separated;
  return [{ block, number: marker.number, certain: block.heading === true, alone, followed }];
}

function unitMarker(block: Block, kind: string): StructureMarker | undefined {
  if (beginsQuoted(block.text)) return undefined;
  return markersOf(block).find((marker) => marker.type === 'unit' && marker.kind === kind && looksLikeHeading(block, marker));
}

class Structure {
  readonly #blocks: readonly Block[];
  readonly #base: BaseUnit;
  readonly #builder = new OutlineBuilder();
  readonly #units: ReadonlySet<Block>;
  /** Articles that each hold a law of paragraph signs, or change one, as in German bills. */
  readonly #articles: ReadonlySet<Block>;
  readonly #transitional: ReadonlyMap<Block, StructureMarker>;
  /** Titles that stand before the number of their unit. */
  readonly #titles: ReadonlyMap<Block, Block>;
  #lastUnit = '';

  constructor(blocks: readonly Block[], base: BaseUnit) {
    this.#blocks = blocks;
    this.#base = base;
    this.#units = base.kind === 'numbered' ? new Set(base.numbered.keys()) : unitsOf(blocks, base.kind);
    const articles = base.kind === 'paragraph-sign' ? unitsOf(blocks, 'article') : new Set<Block>();
    this.#articles = articles.size > 1 ? articles : new Set();
    this.#transitional = transitionalUnits(blocks);
    this.#titles = this.#titlesBefore();
  }

  run(): Provision[] {
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index] as Block;
      const marker = this.#headingOf(block);
      if (this.#titles.has(block)) continue;
      if (marker) index = this.#openHeading(marker, block, index);
      else if (block.heading && !pointMarker(block.text)) this.#plainHeading(block);
      else this.#body(block, index);
    }
    return this.#builder.finish();
  }

  #headingOf(block: Block): StructureMarker | undefined {
    if (beginsQuoted(block.text)) return undefined;
    const numbered = this.#base.numbered.get(block);
    if (numbered) return numbered;
    const transitional = this.#transitional.get(block);
    if (transitional) return transitional;
    for (const marker of markersOf(block)) {
      if (!looksLikeHeading(block, marker)) continue;
      if (marker.type === 'unit' && this.#articles.has(block)) return { ...marker, type: 'group', kind: 'book' };
      if (marker.type === 'unit' && (marker.kind !== this.#base.kind || !this.#units.has(block))) continue;
      if (marker.type === 'group' && marker.kind === this.#base.kind) continue;
      return marker;
    }
    return undefined;
  }

  /** Austrian, Indian and Kenyan drafts put the title of a unit before its number: where most units have one, those are it. */
  #titlesBefore(): Map<Block, Block> {
    const found = new Map<Block, Block>();
    let without = 0;
    for (const [index, unit] of this.#blocks.entries()) {
      const marker = this.#units.has(unit) ? this.#headingOf(unit) : undefined;
      if (!marker || marker.rest === '' || unit.heading) continue;
      const title = this.#blocks[index - 1];
      const above = this.#blocks[index - 2];
      const underHeading = above !== undefined && this.#headingOf(above)?.rest === '';
      if (title && !underHeading && this.#isShortTitle(title)) found.set(title, unit);
      else without += underHeading ? 0 : 1;
    }
    return found.size > 1 && found.size >= without ? found : new Map();
  }

  #isShortTitle(block: Block): boolean {
    const { text } = block;
    return text.length <= 100 && /^\p{Lu}[^.;:,\n]*\.?$/u.test(text) && !pointMarker(text) && !this.#headingOf(block);
  }

  /** Opens what a heading names and takes its title, which may stand in the next paragraph. Returns the index of the last paragraph used. */
  #openHeading(found: StructureMarker, block: Block, index: number): number {
    let marker = found;
    const restOfBlock = block.text.includes('\n')
      ? [marker.rest, block.text.slice(block.text.indexOf('\n') + 1)].filter(Boolean).join('\n')
      : marker.rest;
    const isOnlyRemark = isRemark(restOfBlock.trim(), marker);
    const rest = isOnlyRemark ? '' : restOfBlock.trim();
    if (isOnlyRemark) marker = { ...marker, written: `${marker.written} ${restOfBlock.trim()}` };
    const next = this.#blocks[index + 1];
    if (rest !== '' && (marker.type === 'unit' || marker.type === 'supplement') && !block.heading) {
      const before = this.#blocks[index - 1];
      const title = before && this.#titles.get(before) === block ? tidyTitle(before.text) : undefined;
      const { heading, text } =
        title === undefined ? this.#titleAndText(rest, marker, block, next) : { heading: title, text: rest };
      this.#open(marker, heading, block);
      if (text !== '') this.#body({ ...block, text }, index);
      return index;
    }
    if (rest !== '') {
      this.#open(marker, tidyTitle(rest), block);
      return index;
    }
    // "ANEXO / (a que se refere o artigo 2.º) / Critérios"
    const isRemarked = next !== undefined && marker.type === 'annex' && isRemark(next.text, marker);
    if (isRemarked) marker = { ...marker, written: `${marker.written} ${next.text}` };
    const titleAt = index + (isRemarked ? 2 : 1);
    const title = this.#blocks[titleAt];
    const isTitled = title !== undefined && this.#isTitle(title, titleAt, marker);
    this.#open(marker, isTitled ? tidyTitle(title.text) : '', block);
    return isTitled ? titleAt : titleAt - 1;
  }

  #open(marker: StructureMarker, heading: string, { place }: Block): void {
    if (marker.type === 'group') this.#builder.openGroup(marker, heading, place);
    else if (marker.type === 'annex') this.#builder.openAnnex(marker, heading, place);
    else {
      if (marker.type === 'supplement') this.#builder.leaveGroups();
      this.#builder.openUnit(marker, heading, place);
      this.#lastUnit = marker.number;
    }
    if (marker.type === 'annex') this.#lastUnit = '';
  }

  /** `Article 1. Object.` is a title; `Art. 1º This law lays down ...` is text; `Section 2. Definitions. In this Act ...` is both. */
  #titleAndText(
    rest: string,
    { separated, written }: StructureMarker,
    { text: whole }: Block,
    next: Block | undefined,
  ): { heading: string; text: string } {
    const isDashed = /^\s*[:–—-]/.test(whole.slice(written.length));
    if (pointMarker(rest)) return { heading: '', text: rest };
    const sentence = /^([^.;:]{2,60})\.\s*[-–—]?\s+(?=\p{Lu}|\(|\d)/u.exec(rest);
    if (sentence && separated) return { heading: tidyTitle(sentence[1] ?? ''), text: rest.slice(sentence[0].length) };
    const titleLine = /^([^\n]{2,60}[^\n.;:,])\n(?=\p{Lu}|\(|\d|["“„«])/u.exec(rest);
    if (titleLine && (isDashed || /^\d+[A-Z]*$/.test(written)))
      return { heading: tidyTitle(titleLine[1] ?? ''), text: rest.slice(titleLine[0].length) };
    const bodyFollows = next !== undefined && !next.heading && this.#headingOf(next) === undefined;
    const short =
      !rest.includes('\n') && (separated ? rest.length <= 100 : rest.length <= headingLength && !/[.;:,—–-]$/.test(rest));
    return bodyFollows && short && !/[;:,—–-]$/.test(rest) ? { heading: tidyTitle(rest), text: '' } : { heading: '', text: rest };
  }

  /** Whether the paragraph after a heading without a title is that title: short, no sentence, and with a text to be the title of. */
  #isTitle(block: Block, index: number, marker: StructureMarker): boolean {
    if (this.#headingOf(block) || pointMarker(block.text)) return false;
    if (block.heading) return true;
    if (block.text.length > 250 || /[.;:,]$/.test(block.text.trim())) return false;
    const after = this.#blocks[index + 1];
    return marker.type !== 'unit' || (after !== undefined && this.#headingOf(after) === undefined);
  }

  #plainHeading(block: Block): void {
    if (isPreambleWord(block.text)) this.#preamble(block);
    else if (this.#lastUnit === '' && this.#builder.container?.kind !== 'annex') this.#builder.addText(block.text, block.place);
    else this.#builder.openGroup(undefined, tidyTitle(block.text), block.place);
  }

  #preamble({ place, text }: Block): void {
    const open = this.#builder.roots[0];
    if (open?.kind === 'preamble') open.heading ??= tidyTitle(text);
    else this.#builder.openPreamble(place, tidyTitle(text));
  }

  #body(block: Block, index: number): void {
    const container = this.#builder.container;
    // What follows place and date (signatures, notes) is numbered apart from the law.
    if (container?.label === closingLabel) this.#builder.addText(block.text, block.place);
    else if (this.#lastUnit !== '' && matches(numbering.closing, block.text)) {
      this.#builder.openClosing(closingLabel, block.place);
      this.#builder.addText(block.text, block.place);
    } else if (
      this.#lastUnit === '' &&
      (container === undefined || container.kind === 'preamble' || container.kind === 'recital')
    ) {
      this.#front(block);
    } else {
      const next = this.#blocks.slice(index + 1, index + 2).map(({ text }) => pointMarker(text))[0];
      // The signs of a table of contents are no paragraphs of a Brazilian article.
      const isSign = this.#base.kind === 'paragraph-sign' && block.text.startsWith('§');
      if (isSign || !addPoint(this.#builder, block.text, block.place, next)) addUnmarked(this.#builder, block.text, block.place);
    }
  }

  /** Before units that have only a number, numbers are those of the table of contents. */
  #isContents(): boolean {
    return this.#base.kind === 'numbered';
  }

  /** What stands before the first unit: title, preamble, recitals. */
  #front(block: Block): void {
    const builder = this.#builder;
    const preamble = builder.roots.find(({ kind }) => kind === 'preamble') ?? builder.openPreamble(block.place);
    const marker = pointMarker(block.text);
    const reading = marker?.readings.find(({ style }) => style === 'decimal()' || (style === 'decimal.' && !this.#isContents()));
    const last = preamble.children.at(-1);
    const [lastNumber = 0, lastSuffix = ''] = recitalNumber(last?.label ?? '');
    const follows = reading && reading.ordinal > lastNumber && reading.ordinal <= lastNumber + 3;
    const isInserted = reading && reading.ordinal === lastNumber && reading.suffix > lastSuffix;
    if (marker && (follows || isInserted)) {
      builder.openRecital(preamble, marker.number, marker.written, marker.rest, block.place);
    } else if (last && (!/[,.]$/.test((last.tail ?? last.text).trim()) || !matches(numbering.enacting, block.text)))
      append(last, block.text, block.place);
    else if (last)
      preamble.children.push({ kind: 'closing', label: 'preamble', text: block.text, place: block.place, children: [] });
    else append(preamble, block.text, block.place);
  }
}

/** `TRANSITORIOS / PRIMERO.- ...`: what Mexican and Central American laws have after their last article. */
function transitionalUnits(blocks: readonly Block[]): Map<Block, StructureMarker> {
  const start = blocks.findIndex(
    ({ text }) => text.length < 60 && numbering.transitional.words.includes(plain(text.replace(/[.:]$/, ''))),
  );
  const found = new Map<Block, StructureMarker>();
  for (const block of start === -1 ? [] : blocks.slice(start + 1)) {
    const marker = transitionalMarker(block.text);
    if (marker) found.set(block, marker);
  }
  return found;
}

function recitalNumber(label: string): [number, string] | [] {
  const match = /(\d+)([a-z]*)/.exec(label);
  return match ? [Number(match[1]), match[2] ?? ''] : [];
}

/** Whether a paragraph begins with one of the formulas in numbering.json. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'iu').test(plain(text.slice(0, 300)));
}

/** A text without articles, sections or numbers that go through it: its paragraphs as they come, under its headings. */
function withoutUnits(blocks: readonly Block[]): Provision[] {
  const builder = new OutlineBuilder();
  let count = 0;
  for (const block of blocks) {
    const marker = markersOf(block).find(
      (each) => (each.type === 'annex' || each.type === 'group') && looksLikeHeading(block, each),
    );
    if (marker?.type === 'annex') builder.openAnnex(marker, tidyTitle(marker.rest), block.place);
    else if (marker && block.heading) builder.openGroup(marker, tidyTitle(marker.rest), block.place);
    else if (block.heading) builder.openGroup(undefined, tidyTitle(block.text), block.place);
    else if (builder.container?.kind === 'annex') {
      if (!addPoint(builder, block.text, block.place, undefined)) addUnmarked(builder, block.text, block.place);
    } else {
      count += 1;
      builder.openUnit({ word: 'para.', number: String(count), written: '' }, '', block.place);
      builder.addText(block.text, block.place);
    }
  }
  return builder.finish();
}
