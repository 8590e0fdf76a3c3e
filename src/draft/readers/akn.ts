import { pointMarker, structureMarker } from '../markers.ts';
import numbering from '../numbering.json' with { type: 'json' };
import { type OpenProvision, OutlineBuilder } from '../outline-builder.ts';
import type { Place, Provision } from '../provision.ts';
import { lineFinder } from './line-finder.ts';
import { type Element, parseXml } from './xml.ts';

/** Elements that group units (Akoma Ntoso 3.0, hierarchical containers), by our kinds. */
const groupKinds: ReadonlyMap<string, string> = new Map([
  ['book', 'book'],
  ['tome', 'book'],
  ['part', 'part'],
  ['subpart', 'part'],
  ['title', 'title'],
  ['subtitle', 'title'],
  ['chapter', 'chapter'],
  ['subchapter', 'chapter'],
  ['section', 'section'],
  ['subsection', 'subsection'],
  ['division', 'part'],
  ['subdivision', 'part'],
]);
/** Elements that a law may be cited by. A section is one where the law has no articles. */
const unitKinds: readonly string[] = ['article', 'section', 'clause', 'rule'] satisfies (keyof typeof numbering.units)[];
const pointElements = new Set(
  'paragraph subparagraph subsection subclause clause point item indent alinea level list tblock blockList'.split(' '),
);
const textElements = new Set(['content', 'p', 'intro', 'wrapUp']);
/** Not the law's own words: notes, metadata, and amendments' text stays text. */
const unread = new Set('meta authorialNote componentInfo toc coverPage'.split(' '));

/**
 * Akoma Ntoso (OASIS LegalDocML 1.0, also called 3.0). Its elements say what they are, so nothing has to be guessed; `eId`s are kept.
 * @throws CompassError where the XML is faulty or holds no document
 */
export function readAkn(text: string, name: string): Provision[] {
  const root = parseXml(text, name);
  return new AknReader(text, root).run();
}

class AknReader {
  readonly #lineAt: (offset: number) => number;
  readonly #root: Element;
  readonly #builder = new OutlineBuilder();
  readonly #base: keyof typeof numbering.units;

  constructor(text: string, root: Element) {
    this.#lineAt = lineFinder(text);
    this.#root = root;
    const has = (name: string): boolean => some(root, (element) => localName(element) === name);
    this.#base = has('article')
      ? 'article'
      : has('section')
        ? 'section'
        : has('clause')
          ? 'clause'
          : has('rule')
            ? 'rule'
            : 'article';
  }

  run(): Provision[] {
    this.#visit(this.#root);
    return this.#builder.finish();
  }

  #visit(element: Element): void {
    const name = localName(element);
    const kind = groupKinds.get(name);
    if (unread.has(name)) return;
    if (name === 'preface' || name === 'preamble') this.#preamble(element);
    else if (name === 'attachment' || isSchedule(element)) this.#annex(element);
    else if (name === this.#base && unitKinds.includes(name)) this.#unit(element);
    else if (kind !== undefined || name === 'hcontainer') this.#group(element, kind);
    else if (textElements.has(name) || pointElements.has(name)) this.#inUnit(element, 0);
    else for (const child of element.children) this.#visit(child);
  }

  #preamble(element: Element): void {
    const builder = this.#builder;
    const preamble = builder.roots.find(({ kind }) => kind === 'preamble') ?? builder.openPreamble(this.#place(element));
    const add = (child: Element): void => {
      if (localName(child) === 'recital') {
        const number = numberOf(child);
        const words = tidy(textOf(child, (each) => localName(each) === 'num'));
        if (number) builder.openRecital(preamble, number, `(${number})`, words, this.#place(child));
        else preamble.text = joined(preamble.text, words);
      } else if (some(child, (each) => localName(each) === 'recital')) child.children.forEach(add);
      else if (!unread.has(localName(child))) {
        const words = tidy(textOf(child));
        const target = preamble.children.length > 0 ? closingOf(preamble) : preamble;
        if (words) target.text = joined(target.text, words);
      }
    };
    element.children.forEach(add);
  }

  #annex(element: Element): void {
    const heading = this.#headingOf(element);
    const title = heading || tidy(textOf(first(element, 'docTitle') ?? first(element, 'p') ?? element)).slice(0, 80);
    const num = tidy(textOf(first(element, 'num') ?? first(element, 'docNumber') ?? first(element, 'heading') ?? element)).slice(
      0,
      80,
    );
    const marker =
      structureMarker(num).find(({ type }) => type === 'annex') ?? structureMarker(title).find(({ type }) => type === 'annex');
    const word = isSchedule(element) && !marker ? numbering.annexes.schedule.label : numbering.annexes.annex.label;
    this.#builder.openAnnex(
      marker ?? { word, number: '', written: num === title ? '' : num },
      marker && title.startsWith(marker.written) ? marker.rest || headingAfter(element, title) : heading,
      this.#place(element),
    );
    for (const child of element.children) if (!isHead(child)) this.#visit(child);
  }

  #group(element: Element, kind: string | undefined): void {
    const number = numberOf(element);
    const heading = this.#headingOf(element);
    if (kind !== undefined && number !== '') {
      const entry = numbering.groups[kind as keyof typeof numbering.groups];
      const written = tidy(textOf(first(element, 'num') ?? element));
      this.#builder.openGroup({ kind, word: entry.label, number, written }, heading, this.#place(element));
    } else if (heading) this.#builder.openGroup(undefined, heading, this.#place(element));
    for (const child of element.children) if (!isHead(child)) this.#visit(child);
  }

  #unit(element: Element): void {
    const number = numberOf(element);
    if (number === '' && this.#builder.container) {
      // A section without a number holds what was cut off from the one before, by a page break for instance.
      for (const child of element.children) this.#inUnit(child, this.#builder.pointDepth);
      return;
    }
    const written = tidy(textOf(first(element, 'num') ?? { ...element, pieces: [] }));
    const word = /^§/.test(written) ? numbering.units['paragraph-sign'].label : numbering.units[this.#base].label;
    this.#builder.openUnit({ word, number, written: written || number }, this.#headingOf(element), this.#place(element));
    for (const child of element.children) if (!isHead(child)) this.#inUnit(child, 0);
  }

  /** Points and text of a unit. Elements without a number (`list`, `content`, `intro`) only hold others. */
  #inUnit(element: Element, depth: number): void {
    const name = localName(element);
    if (unread.has(name)) return;
    const number = pointElements.has(name) ? numberOf(element) : '';
    if (number !== '') {
      const style = /^\d/.test(number) ? 'decimal()' : 'alpha()';
      const written = tidy(textOf(first(element, 'num') ?? element));
      const marker = { number, written: /^[\p{L}\d]+$/u.test(written) ? `(${written})` : written };
      const node = this.#builder.openPoint(marker, { style, ordinal: 1, suffix: '' }, depth, '', this.#place(element));
      const heading = this.#headingOf(element);
      if (heading) node.heading = heading;
      for (const child of element.children) if (!isHead(child)) this.#inUnit(child, depth + 1);
    } else if (holdsBlocks(element)) {
      for (const child of element.children) if (!isHead(child)) this.#inUnit(child, depth);
    } else {
      const words = tidy(textOf(element));
      if (words) this.#builder.addText(words, this.#place(element), depth);
    }
  }

  #headingOf(element: Element): string {
    const heading = element.children.find((child) => localName(child) === 'heading');
    return heading ? tidy(textOf(heading)).replace(/(?<![.\s]\p{L})\.$/u, '') : '';
  }

  #place(element: Element): Place {
    const eId = element.attributes['eId'] ?? element.attributes['id'];
    return { line: this.#lineAt(element.offset), ...(eId !== undefined && { eId }) };
  }
}

function closingOf(preamble: OpenProvision): OpenProvision {
  const last = preamble.children.at(-1);
  if (last?.kind === 'closing') return last;
  const closing: OpenProvision = { kind: 'closing', label: preamble.label, text: '', place: preamble.place, children: [] };
  preamble.children.push(closing);
  return closing;
}

function headingAfter(element: Element, title: string): string {
  const second = element.children
    .flatMap((child) => (localName(child) === 'doc' ? child.children : [child]))
    .map((child) => tidy(textOf(child)))[1];
  return second !== undefined && second !== title && second.length < 120 ? second : '';
}

function isSchedule(element: Element): boolean {
  return localName(element) === 'hcontainer' && /^(?:schedule|annex|appendix)$/i.test(element.attributes['name'] ?? '');
}

function isHead(element: Element): boolean {
  return ['num', 'heading', 'subheading'].includes(localName(element));
}

/** Elements whose children are blocks of their own, not words with marks in them. */
function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => {
    const name = localName(child);
    return (
      ['content', 'intro', 'wrapUp', 'p', 'listIntroduction', 'listWrapUp', 'table', 'tr', 'td', 'ol', 'ul', 'li'].includes(
        name,
      ) || pointElements.has(name)
    );
  });
}

/** The number of an element as it stands in a label: `SEC. 2.` is 2, `(a)` is a. */
function numberOf(element: Element): string {
  const num = element.children.find((child) => localName(child) === 'num');
  if (!num) return '';
  const written = tidy(textOf(num)).replace(/^["'“”‘’«»`]+|["'“”‘’«»`]+$/g, '');
  const structure = structureMarker(written)[0] ?? structureMarker(written.replace(/\.$/, ''))[0];
  if (structure?.number) return structure.number;
  const sign = /^§+\s*(\S+)/.exec(written)?.[1];
  const point = pointMarker(`${written} `)?.number;
  const kept = point ?? sign ?? written.replace(/^\p{L}+\.?\s+(?=[\dIVXLC])/u, '');
  return kept
    .replace(/^[([]+|[)\].:;,–—-]+$/g, '')
    .replace(/[º°]$/, '')
    .trim();
}

function first(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (localName(child) === name) return child;
    const below = first(child, name);
    if (below) return below;
  }
  return undefined;
}

function some(element: Element, test: (element: Element) => boolean): boolean {
  return element.children.some((child) => test(child) || some(child, test));
}

function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All characters of an element in their order; blocks are parted by a space. */
function textOf(element: Element, leaveOut: (element: Element) => boolean = () => false): string {
  return element.pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (unread.has(localName(piece)) || leaveOut(piece)) return '';
      const inner = textOf(piece, leaveOut);
      return ['p', 'num', 'heading', 'content', 'br', 'eol', 'td', 'li'].includes(localName(piece)) ? ` ${inner} ` : inner;
    })
    .join('');
}

function tidy(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, ' ').trim();
}

function joined(text: string, more: string): string {
  return text === '' || more === '' ? text + more : `${text}\n${more}`;
}
