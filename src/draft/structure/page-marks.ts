import { type Block, isBody } from '../block.ts';

/** `[[Page 125 STAT. 754]]`, as the printing office marks pages in the texts of laws and registers. */
const mark = /\[\[\s*Page\s[^[\]\n]{1,40}\]\]|\[(?:Page\s)?\d{1,3}\sSTAT\.\s\d{1,5}\]/gu;
/** The same on a line of its own: `125 STAT. 754`, also with the head of the page. */
const line =
  /^[ \t]*(?:PUBLIC LAW [^\n]{3,60}\s)?(?:Page\s)?\d{1,3}\sSTAT\.\s\d{1,5}(?:\sPUBLIC LAW [^\n]{3,60})?[ \t]*(?:\n|$)/gmu;
const beginsWithMark = /^\s*(?:\[|PUBLIC LAW|Page|\d)/u;
/** `<<NOTE: Deadline.>>`: a note that is printed in the margin. */
const marginNote = /<<NOTE:\s*([^<>]{1,300})>>[ \t]*/gu;

/**
 * Takes the marks of pages out of the sentences in which they stand, and joins a sentence that one has cut in two. Notes of the
 * margin become notes.
 */
export function withoutPageMarks(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(({ text }) => isMarked(text))) return blocks;
  const found: Block[] = [];
  let isCut = false;
  for (const block of blocks) {
    const isOwn = isBody(block) && isMarked(block.text);
    const text = isOwn ? withoutMarks(block.text) : block.text;
    const above = isCut || (isOwn && beginsWithMark.test(block.text)) ? found.at(-1) : undefined;
    if (above && goesOn(above, { ...block, text }))
      found[found.length - 1] = { ...above, text: above.text + breaks(above, block) + text };
    else if (text !== '') found.push({ ...block, text });
    isCut = isOwn && text === '';
    if (isOwn) found.push(...notesIn(block));
  }
  return found;
}

function notesIn({ text, place }: Block): Block[] {
  return [...text.matchAll(marginNote)].map(([, note = '']) => ({ text: note.trim(), place: { ...place }, role: 'note' }));
}

function isMarked(text: string): boolean {
  return /STAT\.|\[\[|<<NOTE/.test(text) && withoutMarks(text) !== text;
}

function withoutMarks(text: string): string {
  const marked = text.replace(marginNote, '').replace(mark, '').replace(line, '');
  return marked === text ? text : marked.replace(/(?<=\n)[ \t]+|[ \t]+(?=[ \t\n])/g, '').trim();
}

/** Whether a paragraph is the rest of the sentence above the mark. */
function goesOn(above: Block, block: Block): boolean {
  return (
    isBody(above) && isBody(block) && !block.heading && !/[.;:!?—–]["”)]?$/.test(above.text.trim()) && /^\p{Ll}/u.test(block.text)
  );
}

/** The line breaks between two paragraphs, as many as in the source if its lines are counted. */
function breaks(above: Block, block: Block): string {
  const [from, to] = [above.place.line, block.place.line];
  const lines = from === undefined || to === undefined ? 1 : to - from - above.text.split('\n').length + 1;
  return '\n'.repeat(Math.max(1, Math.min(lines, 10)));
}
