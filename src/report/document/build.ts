import { aside } from '../../messages/lists.ts';
import type { Block, Callout, Heading, List, Paragraph, Role, TextRun, Tone } from './blocks.ts';

/** What becomes runs: a string is plain text; what is empty, null, undefined or false is left out. */
export type Text = string | number | TextRun | false | null | undefined | readonly Text[];

export function runsOf(text: Text): TextRun[] {
  if (typeof text === 'number') return [{ text: String(text) }];
  if (!text) return [];
  if (typeof text === 'string') return [{ text }];
  if (!('text' in text)) return text.flatMap(runsOf);
  return text.text === '' ? [] : [text];
}

/** What becomes blocks: lists within lists are joined, and what is null, undefined, false or has no content is left out. */
export type Blocks = Block | '' | false | null | undefined | readonly Blocks[];

export function blocksOf(blocks: Blocks): Block[] {
  if (!blocks) return [];
  if (!('kind' in blocks)) return blocks.flatMap(blocksOf);
  return isEmpty(blocks) ? [] : [blocks];
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.length === 0;
    case 'list':
      return block.items.length === 0;
    case 'facts':
      return block.facts.length === 0;
    case 'table':
      return block.rows.length === 0;
    case 'details':
      return block.blocks.length === 0;
    default:
      return false;
  }
}

/** A block as it is shown by formats that fold nothing. */
export function unfolded(block: Block): readonly Block[] {
  if (block.kind !== 'details') return [block];
  const { summary, titled } = block;
  const line = titled ? [paragraph(emphasis(summary))] : [];
  return [...(titled === 'heading' ? [heading(3, summary)] : line), ...block.blocks.flatMap(unfolded)];
}

/** What is said in brackets after other runs, with a tone that its space does not have. */
export function inBrackets(text: string, tone: Tone): Text {
  const words = aside(text);
  return [words.startsWith(' ') && ' ', toned(words.trimStart(), tone)];
}

export function strong(text: string): TextRun {
  return { text, style: 'strong' };
}

export function emphasis(text: string): TextRun {
  return { text, style: 'emphasis' };
}

export function code(text: string): TextRun {
  return { text, style: 'code' };
}

export function toned(text: string, tone: Tone | undefined): TextRun {
  return tone ? { text, tone } : { text };
}

/** The id of a question, which links to the entry of the question. */
export function idOf(id: string, words?: string): TextRun {
  return { text: id, style: 'code', to: id, ...(words !== undefined && { words }) };
}

export function paragraph(text: Text, role?: Role): Paragraph {
  return { kind: 'paragraph', runs: runsOf(text), ...(role && { role }) };
}

export function callout(text: Text): Callout {
  return { kind: 'callout', runs: runsOf(text) };
}

/** A list of items of one line each; an empty item is left out. */
export function list(items: readonly Text[], role?: Role): List {
  return listOfLines(
    items.map((item) => [item]),
    role,
  );
}

/** A list of items of several lines; an empty line is left out, and so is an item without lines. */
export function listOfLines(items: readonly (readonly Text[])[], role?: Role): List {
  const lines = items.map((item) => item.map(runsOf).filter((runs) => runs.length > 0));
  return { kind: 'list', items: lines.filter(({ length }) => length > 0), ...(role && { role }) };
}

/** What is left of `parts` without empty ones, with `between` between them. */
export function joined(parts: readonly Text[], between: string): TextRun[] {
  const runs = parts.map(runsOf).filter((part) => part.length > 0);
  return runs.flatMap((part, index) => (index === 0 ? part : [{ text: between }, ...part]));
}

/** A heading with its number. */
export function headingText({ number, text }: Pick<Heading, 'number' | 'text'>): string {
  return number === undefined ? text : `${number} ${text}`;
}

export function heading(level: Heading['level'], text: string, id?: string, number?: string): Heading {
  return { kind: 'heading', level, text, ...(id !== undefined && { id }), ...(number !== undefined && { number }) };
}

/** A heading of level 2, with its anchor and its content; nothing if it has no content. */
export function section(id: string, title: string, content: Blocks): Block[] {
  const blocks = blocksOf(content);
  return blocks.length === 0 ? [] : [heading(2, title, id), ...blocks];
}
