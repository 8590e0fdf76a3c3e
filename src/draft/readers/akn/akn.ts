import type { Block } from '../../block.ts';
import { labelsByPlace, type Structured, withAsides } from '../../structure/asides.ts';
import numbering from '../../structure/numbering.json' with { type: 'json' };
import { structureMarkers } from '../../structure/numbers/markers.ts';
import type { PointReading } from '../../structure/numbers/point-markers.ts';
import { appendText, type OpenProvision, OutlineBuilder } from '../../structure/outline-builder.ts';
import type { Place, StruckText } from '../../structure/provision.ts';
import { type Element, parseXml } from '../xml.ts';
import { type AknAside, takeOutAsides } from './asides.ts';
import {
  childOf,
  firstDescendant,
  hasDescendant,
  hasOwnWords,
  holdsBlocks,
  isAnnex,
  isContainer,
  isHead,
  isSchedule,
  localName,
  pointElements,
  quotedElements,
  skippedElements,
  textOf,
  tidy,
  wordsOf,
} from './elements.ts';
import { type GroupKind, groupKinds } from './groups.ts';
import { baseUnitOf, baseUnitOfComponents, joinedNumber, numberOf, type UnitKind, unitNumberOf } from './numbers.ts';
import { placeFinder } from './places.ts';
import { quotedParagraphs } from './quoted.ts';
import { quotedProvisions } from './quoted-provisions.ts';

const textElements = new Set('content p intro wrapUp crossHeading'.split(' '));
const closingLabel = 'closing formula';

/** The markup gives the depth of each point, so the builder does not use the reading of its number. */
const unusedReading: PointReading = { style: 'decimal()', ordinal: 1, suffix: '' };

/**
 * Akoma Ntoso (OASIS LegalDocML 1.0, also called 3.0). Its elements name their kind, so the structure needs no guessing; `eId`s
 * are part of each provision's place.
 * @throws CompassError if the XML is malformed, empty or too long
 */
export function readAkn(text: string, name: string): Structured {
  const { root, asides } = takeOutAsides(parseXml(text, name));
  return new AknReader(text, name, root).run(asides);
}

class AknReader {
  readonly #root: Element;
  readonly #builder = new OutlineBuilder();
  readonly #place: (element: Element) => Place;
  /** The kind of element that the law, or the annex that is being read, is cited by; undefined if it has none. */
  #unitKind: UnitKind | undefined;
  /** The number of the open unit. */
  #unitNumber = '';

  constructor(text: string, source: string, root: Element) {
    this.#place = placeFinder(text, source);
    this.#root = root;
    this.#unitKind = baseUnitOf(root) ?? baseUnitOfComponents(root);
  }

  run(asides: readonly AknAside[]): Structured {
    this.#visit(this.#root);
    const outline = this.#builder.finish();
    const labelAt = labelsByPlace(outline.provisions);
    const blocks = asides.flatMap(({ element, role, above }): (Block & StruckText)[] => {
      const text = tidy(textOf(element, (child) => role === 'note' && localName(child) === 'num'));
      const label = above.map((each) => labelAt.get(this.#place(each))).findLast((each) => each !== undefined) ?? '';
      const number = element.attributes['marker'] ?? '';
      return text === '' ? [] : [{ role, text, place: this.#place(element), label, ...(number && { number }) }];
    });
    return {
      provisions: withAsides(outline, blocks).provisions,
      struck: blocks.filter(({ role }) => role === 'struck').map(({ text, label, place }) => ({ text, label, place })),
    };
  }

  #visit(element: Element): void {
    const name = localName(element);
    if (skippedElements.has(name)) return;
    // An annex may have a preface of its own.
    const inAnnex = this.#builder.roots.at(-1)?.kind === 'annex';
    if ((name === 'preface' || name === 'preamble') && !inAnnex) this.#preamble(element);
    else if (name === 'conclusions') this.#closing(element);
    else if (isAnnex(element)) this.#annex(element);
    else if (name === this.#unitKind) this.#unit(element);
    else if (groupKinds.has(name) || isContainer(element)) this.#group(element, groupKinds.get(name));
    else if (this.#isSoleKind(name)) this.#unit(element);
    else if (textElements.has(name) || pointElements.has(name) || quotedElements.has(name)) this.#unitContent(element, 0);
    else if (hasOwnWords(element)) {
      if (!this.#isTitleOfAnnex(wordsOf(element))) this.#unitContent(element, 0);
    } else this.#visitChildren(element);
  }

  /** Whether words before the content of an annex repeat its number or its heading. */
  #isTitleOfAnnex(words: string): boolean {
    const { container } = this.#builder;
    if (container?.kind !== 'annex' || container.text !== '') return false;
    return words === container.heading || (container.marker !== undefined && words.startsWith(container.marker));
  }

  #visitChildren(element: Element): void {
    for (const child of element.children) if (!isHead(child)) this.#visit(child);
  }

  /** Whether the law has no units but numbered paragraphs, by which it is cited. */
  #isSoleKind(name: string): boolean {
    return this.#unitKind === undefined && name === 'paragraph' && this.#builder.container?.kind !== 'annex';
  }

  #preamble(element: Element): void {
    const builder = this.#builder;
    const preamble = builder.roots.find(({ kind }) => kind === 'preamble') ?? builder.openPreamble(this.#place(element));
    const addWords = (words: string, place: Place): void => {
      if (words) appendText(preamble.children.length > 0 ? closingWordsOf(preamble, place) : preamble, words, place);
    };
    const add = (child: Element): void => {
      const place = this.#place(child);
      if (localName(child) === 'recital') {
        const number = numberOf(child);
        const words = tidy(textOf(child, (each) => localName(each) === 'num'));
        if (number) builder.openRecital(preamble, { number, written: `(${number})`, rest: words }, place);
        else addWords(words, place);
      } else if (hasDescendant(child, 'recital')) child.children.forEach(add);
      else if (!skippedElements.has(localName(child))) addWords(tidy(textOf(child)), place);
    };
    element.children.forEach(add);
  }

  #annex(element: Element): void {
    const heading = this.#headingOf(element);
    const textIn = (name: string): string => wordsOf(firstDescendant(element, name));
    const title = heading || textIn('docTitle') || textIn('p');
    const marker = [textIn('num'), textIn('docNumber'), title, textIn('heading')]
      .flatMap(structureMarkers)
      .find(({ type }) => type === 'annex');
    // A long first paragraph that begins with the annex's name is text, not its heading.
    const rest = heading || title.length < 120 ? marker?.rest : '';
    const number = numberOf(element);
    this.#builder.openAnnex(
      marker ?? {
        word: isSchedule(element) ? numbering.annexes.schedule.label : numbering.annexes.annex.label,
        number: /^(?:\d+[A-Z]?|[IVXL]+|[A-Z])$/.test(number) ? number : '',
        written: wordsOf(childOf(element, 'num')),
      },
      marker && title.startsWith(marker.written) ? rest || wordsOf(childOf(element, 'subheading')) : heading,
      this.#place(element),
    );
    const outer = this.#unitKind;
    this.#unitKind = baseUnitOf(element);
    this.#visitChildren(element);
    this.#unitKind = outer;
  }

  #group(element: Element, kind: GroupKind | undefined): void {
    const number = numberOf(element);
    const heading = this.#headingOf(element);
    const written = wordsOf(childOf(element, 'num'));
    if (kind !== undefined && number !== '')
      this.#builder.openGroup({ kind, word: numbering.groups[kind].label, number, written }, heading, this.#place(element));
    else if (heading || written)
      this.#builder.openGroup(undefined, [written, heading].filter(Boolean).join(' '), this.#place(element));
    this.#visitChildren(element);
  }

  #unit(element: Element): void {
    const { number, point } = unitNumberOf(element);
    if (number === '') this.#unnumberedUnit(element);
    else {
      const written = wordsOf(childOf(element, 'num'));
      this.#builder.openUnit({ word: this.#unitWord(written), number, written }, this.#headingOf(element), this.#place(element));
      this.#unitNumber = number;
      const depth = this.#openFirstPoint(element, point);
      for (const child of element.children) if (!isHead(child)) this.#unitContent(child, depth);
    }
  }

  #unitWord(written: string): string {
    if (written.startsWith('§')) return numbering.units['paragraph-sign'].label;
    return this.#unitKind === undefined ? 'para.' : numbering.units[this.#unitKind].label;
  }

  /** Opens the first point of a unit whose number is written with it. Returns the depth of the unit's content. */
  #openFirstPoint(element: Element, point: string): number {
    const hasOwn = element.children.some((child) => pointElements.has(localName(child)) && numberOf(child) !== '');
    if (point === '' || hasOwn) return 0;
    const marker = { number: point, written: `(${point})`, rest: '' };
    this.#builder.openPoint(marker, { depth: 0, reading: unusedReading }, this.#place(element));
    return 1;
  }

  /**
   * A unit without a number continues the one before it, as one that a page break has cut off does. With a heading, or as the first
   * one, it stands for itself.
   */
  #unnumberedUnit(element: Element): void {
    const heading = this.#headingOf(element);
    const { container, roots } = this.#builder;
    const repeats = heading !== '' && (heading === container?.heading || heading === container?.marker);
    const isFirst = roots.every(({ kind }) => kind === 'preamble');
    if ((heading && !repeats) || isFirst) this.#builder.openGroup(undefined, heading, this.#place(element));
    for (const child of element.children) if (!isHead(child)) this.#unitContent(child, this.#builder.points().length);
  }

  #closing(element: Element): void {
    if (wordsOf(element) === '') return;
    this.#builder.openClosing(closingLabel, this.#place(element));
    for (const child of element.children) this.#unitContent(child, 0);
  }

  /** Adds the points and the text of a unit. Elements without a number (`list`, `content`, `intro`) are only containers. */
  #unitContent(element: Element, depth: number): void {
    const name = localName(element);
    if (skippedElements.has(name)) return;
    const number = pointElements.has(name) ? numberOf(element) : '';
    if (quotedElements.has(name)) this.#quoted(element, depth);
    else if (number !== '') this.#point(element, number, depth);
    else if (isAnnex(element)) this.#annex(element);
    else if (holdsBlocks(element)) {
      // A heading without a number is read as ordinary text.
      for (const child of element.children) if (localName(child) === 'heading' || !isHead(child)) this.#unitContent(child, depth);
    } else if ([...quotedElements].some((quoted) => hasDescendant(element, quoted))) this.#mixed(element, depth);
    else this.#addText(tidy(textOf(element)), element, depth);
  }

  #point(element: Element, written: string, depth: number): void {
    const printed = wordsOf(childOf(element, 'num'));
    const joined = joinedNumber(printed);
    const number = joined?.number === this.#unitNumber ? joined.point : written;
    const marker = { number, written: /^[\p{L}\d]+$/u.test(printed) ? `(${printed})` : printed, rest: '' };
    const node = this.#builder.openPoint(marker, { depth, reading: unusedReading }, this.#place(element));
    const heading = this.#headingOf(element);
    if (heading) node.heading = heading;
    for (const child of element.children) if (!isHead(child)) this.#unitContent(child, depth + 1);
  }

  /** Words that are put into another law belong to the provision that puts them there. Their numbers are not this law's. */
  #quoted(element: Element, depth: number): void {
    const by = this.#builder.closeTo(depth)?.label ?? '';
    const provisions = by === '' ? undefined : quotedProvisions(element, { by, placeOf: (each) => this.#place(each) });
    if (provisions) this.#builder.graft(provisions);
    else for (const words of quotedParagraphs(element)) this.#addText(words, element, depth);
  }

  /** Adds the words of a paragraph around the provisions that it quotes, and these. */
  #mixed(element: Element, depth: number): void {
    let words = '';
    const add = (): void => {
      this.#addText(tidy(words), element, depth);
      words = '';
    };
    const read = (each: Element): void => {
      for (const piece of each.pieces) {
        if (typeof piece === 'string') words += piece;
        else if (quotedElements.has(localName(piece))) {
          add();
          this.#quoted(piece, depth);
        } else if ([...quotedElements].some((quoted) => hasDescendant(piece, quoted))) read(piece);
        else words += textOf(piece);
      }
    };
    read(element);
    add();
  }

  #addText(words: string, element: Element, depth: number): void {
    if (words) this.#builder.addText(words, this.#place(element), depth);
  }

  #headingOf(element: Element): string {
    return wordsOf(childOf(element, 'heading')).replace(/(?<![.\s]\p{L})\.$/u, '');
  }
}

/** The words after the recitals, such as "have adopted this Regulation": a child of the preamble, made when first needed. */
function closingWordsOf(preamble: OpenProvision, place: Place): OpenProvision {
  const last = preamble.children.at(-1);
  if (last?.kind === 'closing') return last;
  const closing: OpenProvision = { kind: 'closing', label: preamble.label, text: '', place, children: [] };
  preamble.children.push(closing);
  return closing;
}
