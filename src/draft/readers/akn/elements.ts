import type { Element } from '../xml.ts';

/** Elements that hold paragraphs: their words are not run on from one to the next. */
export const blockElements = new Set(
  'content intro wrapUp p listIntroduction listWrapUp table tr td th ol ul li block tocItem crossHeading longTitle'.split(' '),
);
/** Elements that are points of a unit, or hold them. */
export const pointElements = new Set(
  'paragraph subparagraph subsection subclause clause point item indent alinea level list tblock blockList'.split(' '),
);
/** Parts of a file that are laws of their own. */
const lawElements = ['act', 'bill'];
/** Inline elements that end a word. */
const separatorElements = new Set('num heading subheading br eol'.split(' '));
/** Not part of the law's text. Notes, deleted words and tables of contents are taken out before. */
export const skippedElements = new Set('meta componentInfo coverPage'.split(' '));
/** Words that an amending law puts into another law. */
export const quotedElements = new Set(['quotedStructure', 'embeddedStructure']);

/** The name of an element without its prefix. A generic container has its own name in an attribute. */
export function localName({ name, attributes }: Element): string {
  const local = name.slice(name.indexOf(':') + 1);
  return local === 'hcontainer' ? (attributes['name'] ?? local) : local;
}

/** Elements that are read as the number and heading of their parent. */
export function isHead(element: Element): boolean {
  return ['num', 'heading', 'subheading'].includes(localName(element));
}

export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => localName(child) === name);
}

/** The first element of that name below this one, in document order. */
export function firstDescendant(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (localName(child) === name) return child;
    const below = firstDescendant(child, name);
    if (below) return below;
  }
  return undefined;
}

export function hasDescendant(element: Element, name: string): boolean {
  return firstDescendant(element, name) !== undefined;
}

/** Whether an element has words of its own, outside its child elements. */
export function hasOwnWords({ text }: Element): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** All text of an element in document order, with a space between blocks. */
export function textOf(element: Element, isExcluded?: (element: Element) => boolean): string {
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
export function wordsOf(element: Element | undefined): string {
  return element ? tidy(textOf(element)) : '';
}

/** Collapses white space, except for no-break spaces. */
export function tidy(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, ' ').trim();
}

/** Whether an element is an annex: a schedule, an attachment, or a component that is not a law of its own. */
export function isAnnex(element: Element): boolean {
  const name = localName(element);
  if (/^(?:attachment|schedule|annex|appendix)$/i.test(name)) return true;
  return name === 'component' && !element.children.some((child) => lawElements.includes(localName(child)));
}

export function isSchedule(element: Element): boolean {
  return /^(?:schedule|component)$/i.test(localName(element));
}

/** A container of another kind than Akoma Ntoso's own. */
export function isContainer({ name }: Element): boolean {
  return name.endsWith('hcontainer');
}

/** Whether an element contains paragraphs or points rather than inline text. */
export function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => blockElements.has(localName(child)) || pointElements.has(localName(child)));
}
