import type { Block } from '../../block.ts';
import { labelsByPlace, type Structured, withAsides } from '../../structure/asides.ts';
import { structureMarkers } from '../../structure/markers.ts';
import numbering from '../../structure/numbering.json' with { type: 'json' };
import { appendText, type OpenProvision, OutlineBuilder } from '../../structure/outline-builder.ts';
import { type PointReading, pointMarker } from '../../structure/point-markers.ts';
import type { Place, StruckText } from '../../structure/provision.ts';
import { lineFinder } from '../line-finder.ts';
import { type Element, parseXml } from '../xml.ts';
import { type AknAside, takeOutAsides } from './asides.ts';

type GroupKind = keyof typeof numbering.groups;

/** The hierarchical containers of Akoma Ntoso 3.0 that group units, with our kind of group for each. */
const groupKinds: ReadonlyMap<string, GroupKind> = new Map(
  Object.entries({
    book: 'book',
    tome: 'book',
    part: 'part',
    subpart: 'part',
    title: 'title',
    subtitle: 'title',
    chapter: 'chapter',
    subchapter: 'chapter',
    section: 'section',
    subsection: 'subsection',
    division: 'part',
    subdivision: 'part',
  } satisfies Record<string, GroupKind>),
);
/** The elements that a law may be cited by, in order of preference: a section is a unit only if the law has no articles. */
const unitKinds = ['article', 'section', 'clause', 'rule'] as const satisfies (keyof typeof numbering.units)[];
const pointElements = new Set(
  'paragraph subparagraph subsection subclause clause point item indent alinea level list tblock blockList'.split(' '),
);
const textElements = new Set('content p intro wrapUp'.split(' '));
/** Elements that hold paragraphs: their words are not run on from one to the next. */
const blockElements = new Set(
  'content intro wrapUp p listIntroduction listWrapUp table tr td th ol ul li block tocItem'.split(' '),
);
/** Inline elements that end a word. */
const separatorElements = new Set('num heading br eol'.split(' '));
/** Not part of the law's text. Notes, deleted words and tables of contents are taken out before. */
const skippedElements = new Set('meta componentInfo coverPage'.split(' '));

/** The markup gives the depth of each point, so the builder does not use the reading of its number. */
const unusedReading: PointReading = { style: 'decimal()', ordinal: 1, suffix: '' };

/**
 * Akoma Ntoso (OASIS LegalDocML 1.0, also called 3.0). Its elements name their kind, so the structure needs no guessing; `eId`s
 * are part of each provision's place.
 * @throws CompassError if the XML is malformed or empty
 */
export function readAkn(text: string, name: string): Structured {
  const { root, asides } = takeOutAsides(parseXml(text, name));
  return new AknReader(text, root).run(asides);
}

class AknReader {
  readonly #lineAt: (offset: number) => number;
  readonly #root: Element;
  readonly #builder = new OutlineBuilder();
  readonly #places = new Map<Element, Place>();
  /** The kind of element that this law is cited by. */
  readonly #baseUnit: keyof typeof numbering.units;

  constructor(text: string, root: Element) {
    this.#lineAt = lineFinder(text);
    this.#root = root;
    this.#baseUnit = unitKinds.find((kind) => hasDescendant(root, kind)) ?? 'article';
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
    const kind = groupKinds.get(name);
    if (skippedElements.has(name)) return;
    // An annex may have a preface of its own.
    const inAnnex = this.#builder.roots.at(-1)?.kind === 'annex';
    if ((name === 'preface' || name === 'preamble') && !inAnnex) this.#preamble(element);
    else if (name === 'attachment' || isSchedule(element)) this.#annex(element);
    else if (name === this.#baseUnit) this.#unit(element);
    else if (kind !== undefined || name === 'hcontainer') this.#group(element, kind);
    else if (textElements.has(name) || pointElements.has(name)) this.#unitContent(element, 0);
    else for (const child of element.children) this.#visit(child);
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
    for (const child of element.children) if (!isHead(child)) this.#visit(child);
  }

  #group(element: Element, kind: GroupKind | undefined): void {
    const number = numberOf(element);
    const heading = this.#headingOf(element);
    if (kind !== undefined && number !== '') {
      const written = wordsOf(childOf(element, 'num'));
      this.#builder.openGroup({ kind, word: numbering.groups[kind].label, number, written }, heading, this.#place(element));
    } else if (heading) this.#builder.openGroup(undefined, heading, this.#place(element));
    for (const child of element.children) if (!isHead(child)) this.#visit(child);
  }

  #unit(element: Element): void {
    const number = numberOf(element);
    if (number === '') {
      // A unit without a number continues the one before it (cut off by a page break, for instance). The first one continues none.
      const isFirst = this.#builder.roots.every(({ kind }) => kind === 'preamble');
      if (isFirst) this.#builder.openGroup(undefined, this.#headingOf(element), this.#place(element));
      for (const child of element.children) if (!isFirst || !isHead(child)) this.#unitContent(child, this.#builder.pointDepth);
      return;
    }
    const written = wordsOf(childOf(element, 'num'));
    const word = written.startsWith('§') ? numbering.units['paragraph-sign'].label : numbering.units[this.#baseUnit].label;
    this.#builder.openUnit({ word, number, written }, this.#headingOf(element), this.#place(element));
    for (const child of element.children) if (!isHead(child)) this.#unitContent(child, 0);
  }

  /** Adds the points and the text of a unit. Elements without a number (`list`, `content`, `intro`) are only containers. */
  #unitContent(element: Element, depth: number): void {
    const name = localName(element);
    if (skippedElements.has(name)) return;
    const number = pointElements.has(name) ? numberOf(element) : '';
    if (number !== '') {
      const written = wordsOf(childOf(element, 'num'));
      const marker = { number, written: /^[\p{L}\d]+$/u.test(written) ? `(${written})` : written, rest: '' };
      const node = this.#builder.openPoint(marker, { depth, reading: unusedReading }, this.#place(element));
      const heading = this.#headingOf(element);
      if (heading) node.heading = heading;
      for (const child of element.children) if (!isHead(child)) this.#unitContent(child, depth + 1);
    } else if (holdsBlocks(element)) {
      // A heading without a number is read as ordinary text.
      for (const child of element.children) if (localName(child) === 'heading' || !isHead(child)) this.#unitContent(child, depth);
    } else {
      const words = tidy(textOf(element));
      if (words) this.#builder.addText(words, this.#place(element), depth);
    }
  }

  #headingOf(element: Element): string {
    return wordsOf(childOf(element, 'heading')).replace(/(?<![.\s]\p{L})\.$/u, '');
  }

  /** One object for each element, by which the provision of an element is found. */
  #place(element: Element): Place {
    const known = this.#places.get(element);
    if (known) return known;
    const eId = element.attributes['eId'] ?? element.attributes['id'];
    const place = { line: this.#lineAt(element.offset), ...(eId !== undefined && { eId }) };
    this.#places.set(element, place);
    return place;
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

function isSchedule(element: Element): boolean {
  return localName(element) === 'hcontainer' && /^(?:schedule|annex|appendix)$/i.test(element.attributes['name'] ?? '');
}

/** Elements that are read as the number and heading of their parent. */
function isHead(element: Element): boolean {
  return ['num', 'heading', 'subheading'].includes(localName(element));
}

/** Whether an element contains paragraphs or points rather than inline text. */
function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => blockElements.has(localName(child)) || pointElements.has(localName(child)));
}

/** The number of an element as labels show it: `SEC. 2.` is 2, `(a)` is a. */
function numberOf(element: Element): string {
  const written = wordsOf(childOf(element, 'num')).replace(/["'“”‘’«»`]/g, '');
  // In `2o.` the full stop marks an ordinal. Any other final full stop is removed: it would separate `A` from the number in `3 A.`.
  const structure = structureMarkers(written.replace(/(?<!o)\.$/, ''))[0];
  if (structure?.number) return structure.number;
  const point = pointMarker(`${written} `)?.number;
  const trimmed = (point ?? written.replace(/^(?:§+\s*|\p{L}+\.?\s+(?=[\dIVXLC]))/u, '')).replace(
    /^[([\s]+|[.:;,º°–—\s-]+$/g,
    '',
  );
  // The closing bracket of `4(1)` belongs to the number.
  return /[([]/.test(trimmed) ? trimmed : trimmed.replace(/[)\].:;,º°–—\s-]+$/, '');
}

function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => localName(child) === name);
}

/** The first element of that name below this one, in document order. */
function firstDescendant(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (localName(child) === name) return child;
    const below = firstDescendant(child, name);
    if (below) return below;
  }
  return undefined;
}

function hasDescendant(element: Element, name: string): boolean {
  return firstDescendant(element, name) !== undefined;
}

function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All text of an element in document order, with a space between blocks. */
function textOf(element: Element, isExcluded?: (element: Element) => boolean): string {
  return element.pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const name = localName(piece);
      if (skippedElements.has(name) || isExcluded?.(piece)) return '';
      const inner = textOf(piece, isExcluded);
      return blockElements.has(name) || separatorElements.has(name) ? ` ${inner} ` : inner;
    })
    .join('');
}

/** The text of an element on one line; empty if there is no such element. */
function wordsOf(element: Element | undefined): string {
  return element ? tidy(textOf(element)) : '';
}

/** Collapses white space, except for no-break spaces. */
function tidy(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, ' ').trim();
}
