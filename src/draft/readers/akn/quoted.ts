import type { Element } from '../xml.ts';
import { blockElements, childOf, isHead, localName, skippedElements, textOf, tidy, wordsOf } from './elements.ts';

/** A quotation mark at the beginning of words. */
export const quotationMark = /^["'“”„«»‘’]/;

/**
 * The paragraphs of provisions that a law puts into another law, each with its number: `2A A copy of a warrant may be served`. The
 * marks of quotation stand in the attributes of the element.
 */
export function quotedParagraphs(element: Element): string[] {
  const found: string[] = [];
  collect(element, '', found);
  const { startQuote = '', endQuote = '' } = element.attributes;
  const last = found.length - 1;
  return found.map((words, index) => {
    const opened = index === 0 && !quotationMark.test(words) ? startQuote + words : words;
    return index === last && !/["'”“»’]$/.test(opened) ? opened + endQuote : opened;
  });
}

/** @param number those of the elements around, if no words have followed them */
function collect(element: Element, number: string, found: string[]): string {
  let before = [number, wordsOf(childOf(element, 'num'))].filter(Boolean).join(' ');
  const add = (words: string): void => {
    if (words === '') return;
    found.push([before, words].filter(Boolean).join(' '));
    before = '';
  };
  for (const name of ['heading', 'subheading']) add(wordsOf(childOf(element, name)));
  for (const child of element.children) {
    const name = localName(child);
    if (isHead(child) || skippedElements.has(name)) continue;
    if (isLeaf(child)) add(tidy(textOf(child)));
    else before = collect(child, before, found);
  }
  return before;
}

/** Whether an element holds words rather than provisions or paragraphs. */
export function isLeaf(element: Element): boolean {
  return !element.children.some(
    (child) => isHead(child) || blockElements.has(localName(child)) || childOf(child, 'num') || childOf(child, 'content'),
  );
}
