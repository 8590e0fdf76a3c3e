import type { Block } from './block.ts';
import { plain, pointMarker, type StructureMarker, structureMarker } from './markers.ts';
import numbering from './numbering.json' with { type: 'json' };
import { OutlineBuilder } from './outline-builder.ts';
import { addPoint, addUnmarked } from './points.ts';
import type { Provision } from './provision.ts';
import { inSequence, type UnitCandidate } from './sequence.ts';

/** A line longer than this is no heading, unless its format says so. */
const headingLength = 160;

/** What to call place, date, signatures and notes after the last unit. */
const closingLabel = 'closing formula';

/** Works out which provisions a sequence of paragraphs makes up. */
export function structureOf(source: readonly Block[]): Provision[] {
  const blocks = joinLoneMarkers(source.flatMap(splitHeadingLines));
  const base = baseUnit(blocks);
  return base === undefined ? withoutUnits(blocks) : new Structure(blocks, base).run();
}

/** `Article 5` and its title in one paragraph, parted by a line break, are two lines. */
function splitHeadingLines(block: Block): Block[] {
  const end = block.text.indexOf('\n');
  if (end === -1) return [block];
  const [first, more] = [block.text.slice(0, end), block.text.slice(end + 1)];
  const marker = structureMarker(first).at(0);
  if (marker?.rest !== '') return [block];
  return [{ ...block, text: first }, ...splitHeadingLines({ ...block, text: more })];
}

/** A number alone in a table's cell or on a line belongs to the words after it. */
function joinLoneMarkers(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    let block = blocks[index] as Block;
    for (let next = blocks[index + 1]; next && isLoneMarker(block.text) && !next.heading; next = blocks[index + 1]) {
      block = { ...block, text: `${block.text.trim()} ${next.text}` };
      index += 1;
    }
    joined.push(block);
  }
  return joined;
}

function isLoneMarker(text: string): boolean {
  if (/^[—–•·]$/.test(text.trim())) return true;
  const marker = pointMarker(`${text.trim()} `);
  return marker !== undefined && marker.rest.trim() === '' && marker.number !== 'único';
}

/**
 * The kind of unit that this draft is cited by: the one with the most different numbers. Sections that group articles begin
 * anew in every chapter, and so do the paragraph signs within Brazilian articles.
 */
function baseUnit(blocks: readonly Block[]): string | undefined {
  const numbers = new Map<string, Set<string>>();
  for (const block of blocks) {
    for (const marker of structureMarker(firstLine(block.text))) {
      if (marker.type !== 'unit' || !looksLikeHeading(block, marker)) continue;
      numbers.set(marker.kind, (numbers.get(marker.kind) ?? new Set()).add(marker.number));
    }
  }
  const size = (kind: string): number => numbers.get(kind)?.size ?? 0;
  return Object.keys(numbering.units)
    .filter((kind) => size(kind) > 0)
    .sort((a, b) => size(b) - size(a))[0];
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Whether a line that names a provision is its heading, and not a sentence that cites it. */
function looksLikeHeading({ text, heading }: Block, { type, kind, rest, parted, number }: StructureMarker): boolean {
  if (heading || rest === '') return firstLine(text) === text || rest !== '';
  if (/^[\p{Ll},;)]/u.test(rest)) return false;
  if (/^\((?!\d)/u.test(rest)) return false;
  if (type === 'annex' && !parted) return rest.length <= headingLength && !/[.;:,]$/.test(text);
  if (parted) return type !== 'group' || text.length <= headingLength;
  // "Art. 1º Esta Lei dispõe ...", "§ 3 Begriffe", "Section 4 (1) ...": the words of a unit may follow its number.
  if (type === 'unit' && (/^(?:Art\.|ART\.|§)/.test(text) || /^\(\d/.test(rest))) return true;
  const sentence = /[.;:,]$/.test(text.trim());
  return text.length <= headingLength && !sentence && !(kind === 'section' && /^[A-Z]$/.test(number));
}

function unitCandidate(block: Block, base: string): UnitCandidate[] {
  if (beginsQuoted(block.text)) return [];
  return structureMarker(firstLine(block.text)).flatMap((marker) =>
    marker.type === 'unit' && marker.kind === base && looksLikeHeading(block, marker)
      ? [{ block, number: marker.number, certain: block.heading === true, alone: marker.rest === '' || marker.parted }]
      : [],
  );
}

/** What an amending law puts into another one stands in quotation marks. */
function beginsQuoted(text: string): boolean {
  return /^["'“„«‘`]/.test(text);
}

class Structure {
  readonly #blocks: readonly Block[];
  readonly #base: string;
  readonly #builder = new OutlineBuilder();
  readonly #units: ReadonlySet<Block>;
  #lastUnit = '';

  constructor(blocks: readonly Block[], base: string) {
    this.#blocks = blocks;
    this.#base = base;
    this.#units = inSequence(blocks.flatMap((block) => unitCandidate(block, base)));
  }

  run(): Provision[] {
    for (let index = 0; index < this.#blocks.length; index++) {
      const block = this.#blocks[index] as Block;
      const marker = this.#headingOf(block);
      if (marker) index = this.#openHeading(marker, block, index);
      else if (block.heading && !pointMarker(block.text)) this.#plainHeading(block);
      else this.#body(block, index);
    }
    return this.#builder.finish();
  }

  #headingOf(block: Block): StructureMarker | undefined {
    if (beginsQuoted(block.text)) return undefined;
    for (const marker of structureMarker(firstLine(block.text))) {
      if (marker.type === 'unit' && marker.kind !== this.#base) continue;
      if (marker.type === 'group' && marker.kind === this.#base) continue;
      if (!looksLikeHeading(block, marker)) continue;
      if (marker.type === 'unit' && !this.#units.has(block)) continue;
      return marker;
    }
    return undefined;
  }

  /** Opens what a heading names and takes its title, which may stand in the next paragraph. Returns the index of the last paragraph used. */
  #openHeading(marker: StructureMarker, block: Block, index: number): number {
    const restOfBlock = block.text.includes('\n')
      ? [marker.rest, block.text.slice(block.text.indexOf('\n') + 1)].filter(Boolean).join('\n')
      : marker.rest;
    const rest = restOfBlock.trim();
    const next = this.#blocks[index + 1];
    if (rest !== '' && marker.type === 'unit' && !block.heading) {
      const { heading, text } = this.#titleAndText(rest, marker, next);
      this.#open(marker, heading, block);
      if (text !== '') this.#body({ ...block, text }, index);
      return index;
    }
    if (rest !== '') {
      this.#open(marker, tidyTitle(rest), block);
      return index;
    }
    const title = next && this.#isTitle(next, index + 1, marker) ? next : undefined;
    this.#open(marker, title ? tidyTitle(title.text) : '', block);
    return title ? index + 1 : index;
  }

  #open(marker: StructureMarker, heading: string, { place }: Block): void {
    if (marker.type === 'group') this.#builder.openGroup(marker, heading, place);
    else if (marker.type === 'annex') this.#builder.openAnnex(marker, heading, place);
    else {
      this.#builder.openUnit(marker, heading, place);
      this.#lastUnit = marker.number;
    }
    if (marker.type === 'annex') this.#lastUnit = '';
  }

  /** `Article 1. Object.` is a title; `Art. 1º This law lays down ...` is text; `Section 2. Definitions. In this Act ...` is both. */
  #titleAndText(rest: string, { parted }: StructureMarker, next: Block | undefined): { heading: string; text: string } {
    if (pointMarker(rest)) return { heading: '', text: rest };
    const sentence = /^([^.;:]{2,60})\.\s*[-–—]?\s+(?=\p{Lu}|\(|\d)/u.exec(rest);
    if (sentence && parted) return { heading: tidyTitle(sentence[1] ?? ''), text: rest.slice(sentence[0].length) };
    const bodyFollows = next !== undefined && !next.heading && this.#headingOf(next) === undefined;
    const short = !rest.includes('\n') && (parted ? rest.length <= 100 : rest.length <= headingLength && !/[.;:,]$/.test(rest));
    return bodyFollows && short && !/[;:,]$/.test(rest) ? { heading: tidyTitle(rest), text: '' } : { heading: '', text: rest };
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
      if (!addPoint(this.#builder, block.text, block.place, next)) addUnmarked(this.#builder, block.text, block.place);
    }
  }

  /** What stands before the first unit: title, preamble, recitals. */
  #front(block: Block): void {
    const builder = this.#builder;
    const preamble = builder.roots.find(({ kind }) => kind === 'preamble') ?? builder.openPreamble(block.place);
    const marker = pointMarker(block.text);
    const reading = marker?.readings.find(({ style }) => style === 'decimal()' || style === 'decimal.');
    const last = preamble.children.at(-1);
    const lastNumber = Number(/\d+/.exec(last?.label ?? '')?.[0] ?? 0);
    if (marker && reading && reading.ordinal > lastNumber && reading.ordinal <= lastNumber + 3) {
      builder.openRecital(preamble, marker.number, marker.written, marker.rest, block.place);
    } else if (last && !/[,.]$/.test(last.text.trim())) last.text = `${last.text}\n${block.text}`;
    else if (last && !matches(numbering.enacting, block.text)) last.text = `${last.text}\n${block.text}`;
    else if (last)
      preamble.children.push({ kind: 'closing', label: 'preamble', text: block.text, place: block.place, children: [] });
    else preamble.text = [preamble.text, block.text].filter(Boolean).join('\n');
  }
}

function isPreambleWord(text: string): boolean {
  return numbering.preamble.includes(plain(text.replace(/[:.]$/, '').trim()));
}

/** Whether a paragraph begins with one of the formulas in numbering.json. */
function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, 'iu').test(plain(text));
}

/** A title on one line, without the full stop or the dash around it. */
function tidyTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[-–—.:\s]+/, '')
    .replace(/(?<![.\s]\p{L})[.:]$/u, '')
    .replace(/(?:\s?\.){4,}\s*\d*$/, '')
    .trim();
}

/** A text without articles or sections: its numbered paragraphs if it has them, otherwise its paragraphs as they come. */
function withoutUnits(blocks: readonly Block[]): Provision[] {
  const builder = new OutlineBuilder();
  const numbered = numberedParagraphs(blocks);
  const hasSubsections = blocks.some(({ text }) => /^\(1\)\s/.test(text) || /^\d+[A-Z]?\s.*\n?\(1\)/.test(text));
  const word = numbered.size > 0 && hasSubsections ? 'sec.' : 'para.';
  let count = 0;
  for (const [index, block] of blocks.entries()) {
    const own = numbered.get(index);
    const annex = structureMarker(firstLine(block.text)).find(
      (marker) => marker.type !== 'unit' && looksLikeHeading(block, marker),
    );
    if (annex?.type === 'annex') builder.openAnnex(annex, tidyTitle(annex.rest), block.place);
    else if (annex && block.heading) builder.openGroup(annex, tidyTitle(annex.rest), block.place);
    else if (own) {
      const title = own.rest.length <= 120 && !/[.;:,]$/.test(own.rest) && word === 'sec.';
      builder.openUnit({ word, number: own.number, written: own.written }, title ? own.rest : '', block.place);
      if (!title) builder.addText(own.rest, block.place);
    } else if (block.heading) builder.openGroup(undefined, tidyTitle(block.text), block.place);
    else if (numbered.size > 0 && builder.container?.kind === 'unit') {
      const next = blocks.slice(index + 1, index + 2).map(({ text }) => pointMarker(text))[0];
      if (!addPoint(builder, block.text, block.place, next)) addUnmarked(builder, block.text, block.place);
    } else if (numbered.size > 0 && builder.container === undefined) builder.addText(block.text, block.place);
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

/** The paragraphs that are numbered 1, 2, 3 ... through the text, by their index; none where fewer than three are. */
function numberedParagraphs(blocks: readonly Block[]): Map<number, { number: string; written: string; rest: string }> {
  const found = new Map<number, { number: string; written: string; rest: string }>();
  let last = 0;
  for (const [index, { text, heading }] of blocks.entries()) {
    const match = /^(\d{1,3})([A-Z]{0,2})(\.\s+|\s+)(?=\p{L}|\(|["'“„«‘])/u.exec(text);
    if (!match) continue;
    const ordinal = Number(match[1]);
    const rest = text.slice(match[0].length);
    const bare = !match[3]?.startsWith('.');
    if (ordinal !== last + 1 && !(ordinal === last && match[2])) continue;
    if (bare && !heading && (rest.length > 120 || /[.;,]$/.test(rest))) continue;
    found.set(index, { number: `${match[1]}${match[2]}`, written: match[0].trim(), rest });
    last = ordinal;
  }
  return found.size >= 3 ? found : new Map();
}
