import type { Block } from '../block.ts';

/** Characters. No title is longer. */
const longestTitle = 400;
/** Words. A shorter line with a full stop may be a title: `Short title and commencement.` */
const shortestSentence = 9;
/** Words. A title of two sentences is shorter: `Article 5. Right of access.` */
const shortestRun = 16;

/**
 * Takes the mark of a heading off paragraphs that are sentences. Word processors and web pages often set definitions, or whole
 * provisions, in the style of a heading.
 */
export function withoutFalseHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.some((block) => block.heading)
    ? blocks.map((block) => (block.heading && !isTitle(block.text) ? plain(block) : block))
    : blocks;
}

function plain({ heading: _, ...block }: Block): Block {
  return block;
}

/** Whether a heading is a title: it is short, and neither ends as a sentence nor contains one. */
function isTitle(text: string): boolean {
  if (text.length > longestTitle) return false;
  const words = text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  const end = text.trim().at(-1) ?? '';
  if (/[;,]/.test(end) && words > 3) return false;
  if (/[.:!?—–]/.test(end) && words >= shortestSentence) return false;
  if (/^["“„«‘']/.test(text) && /[.;,:—]$/.test(end)) return false;
  return words < shortestRun || !/\p{L}{3,}[.;]\s+\p{Lu}/u.test(text.replace(/^[^.]{1,20}\.\s+/, ''));
}
