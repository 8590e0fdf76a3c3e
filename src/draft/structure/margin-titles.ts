import type { Block } from '../block.ts';
import type { MarkedBlock } from './headings.ts';
import { hasFiniteVerb } from './titles.ts';

/** Characters. Longer words at the end of a paragraph are no title. */
const longestTitle = 80;
/** Words. */
const mostWords = 8;
/** Fewer units with such a title may end with a sentence that has no verb. */
const fewestTitles = 3;

/**
 * The titles of Nigerian acts stand in the margin, and in the text of the print at the end of the first paragraph: `1. This Act may
 * be cited as the Data Act. Short title.` They are titles if at least half of the units have one.
 * @returns the title of each unit that has one, without its full stop
 */
export function marginTitles(blocks: readonly MarkedBlock[], units: ReadonlySet<Block>): ReadonlyMap<Block, string> {
  const found = new Map<Block, string>();
  let count = 0;
  for (const block of blocks) {
    if (!units.has(block)) continue;
    count += 1;
    const title = titleAtEnd(block.text);
    if (title !== undefined) found.set(block, title);
  }
  return found.size >= fewestTitles && found.size * 2 >= count ? found : new Map();
}

function titleAtEnd(text: string): string | undefined {
  const title = /[.;:—–]["”’)]?\s+(\p{Lu}[^.;:—–\n]*)\.$/u.exec(text.slice(-longestTitle - 5))?.[1];
  if (title === undefined || title.split(/\s+/).length > mostWords || hasFiniteVerb(title)) return undefined;
  // In a language whose verbs are not known, any sentence may look like a title.
  return hasFiniteVerb(text) || /\p{L}[:—–]\s+\S/u.test(text) ? title : undefined;
}

/** The words without the title at their end. */
export function withoutMarginTitle(words: string, title: string): string {
  return words.endsWith(`${title}.`) ? words.slice(0, -title.length - 1).trim() : words;
}
