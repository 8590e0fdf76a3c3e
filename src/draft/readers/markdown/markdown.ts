import type { ReadingWarning } from '../../../core/reading.ts';
import type { Block, Read } from '../../block.ts';
import { tableText } from '../columns.ts';
import { blocksOfLines, type Line } from '../lines.ts';
import { decodedEntities } from './entities.ts';
import { resolvedLinks } from './links.ts';
import { MarkedWords, markStruck } from './marks.ts';
import { takeOutNotes } from './notes.ts';

/**
 * Markdown as used for laws: headings, numbered paragraphs, emphasis, tables. Read line by line, because a Markdown parser would
 * renumber lists and turn indented points into code blocks.
 */
export function readMarkdown(text: string): Read {
  const all = withoutComments(markStruck(text)).split(/\r\n|\r|\n/);
  const first = frontMatterLength(all);
  const { lines, notes } = takeOutNotes(resolvedLinks(all.slice(first)), first + 1);
  const { blocks, warnings } = textAndTables(lines, first);
  const words = new MarkedWords();
  const noteBlocks = notes.map((note) => ({ ...note, text: withoutInlineMarkup(note.text) }));
  return { blocks: [...blocks, ...noteBlocks].flatMap((block) => separated(block, words)), warnings };
}

/** Joins lines into paragraphs, and reads tables that set versions of a text side by side column by column. */
function textAndTables(lines: readonly string[], first: number): Read {
  const blocks: Block[] = [];
  const warnings: ReadingWarning[] = [];
  let read = 0;
  const readTo = (end: number): void => {
    const own = lines.slice(read, end);
    const offset = first + read + 1;
    for (const block of blocksOfLines(own.flatMap((line, index) => toLine(line, offset + index, own[index + 1])))) {
      blocks.push(block);
    }
    read = end;
  };
  for (const { start, end } of tablesIn(lines)) {
    const rows = lines.slice(start, end).map((line, index) => cellsOf(line, first + start + index + 1));
    const table = tableText(rows);
    if (table.warnings.length === 0) continue;
    readTo(start);
    for (const block of table.blocks) blocks.push(block);
    warnings.push(...table.warnings);
    read = end;
  }
  readTo(lines.length);
  return { blocks, warnings };
}

/** The lines of each table, from the first to the one after the last. The second line of a table delimits its heads. */
function tablesIn(lines: readonly string[]): { readonly start: number; readonly end: number }[] {
  const tables: { start: number; end: number }[] = [];
  for (let index = 1; index < lines.length; index++) {
    if (!isDelimiterRow(lines[index] ?? '') || !lines[index - 1]?.includes('|')) continue;
    const start = index - 1;
    while (lines[index]?.includes('|')) index += 1;
    tables.push({ start, end: index });
  }
  return tables;
}

function isDelimiterRow(line: string): boolean {
  return line.length <= longestRule && /^[\s:|-]+\|[\s:|-]*$/.test(line) && line.includes('-');
}

/** The cells of a row; none of the row that delimits the heads. A cell has a paragraph for each `<br>`. */
function cellsOf(line: string, number: number): Block[][] {
  if (isDelimiterRow(line)) return [];
  const row = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return row.split(/(?<!\\)\|/).map((cell) =>
    cell
      .split(/<br\s{0,9}\/?>/i)
      .map((text): Block => ({ text: withoutInlineMarkup(text.trim()), place: { line: number } }))
      .filter(({ text }) => text !== ''),
  );
}

/** A block without its struck words and the words for its pictures, then those. */
function separated(block: Block, words: MarkedWords): Block[] {
  const { text, struck, alternatives } = words.read(block.text);
  return [
    ...(text === '' ? [] : [text === block.text ? block : { ...block, text }]),
    ...struck.map((each): Block => ({ text: each, place: block.place, role: 'struck' })),
    ...alternatives.map((each): Block => ({ text: each, place: block.place, role: 'alt' })),
  ];
}

/** Characters. Longer lines are neither horizontal rules nor checked for backticks, so that one huge line stays cheap to read. */
const longestRule = 500;

/** Removes comments but keeps their line breaks, so that line numbers stay right. */
function withoutComments(text: string): string {
  let kept = '';
  let position = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', start + 4)) {
    if (start < position || !opensComment(text, start)) continue;
    // `<!-->` is a complete, empty comment.
    const end = text.indexOf('-->', start + 2);
    // An unclosed comment is ordinary text.
    if (end === -1) break;
    kept += text.slice(position, start) + text.slice(start, end).replace(/[^\r\n]+/g, '');
    position = end + 3;
  }
  return kept + text.slice(position);
}

/** Whether `<!--` opens a comment here: not after a backslash and not inside a code span. */
function opensComment(text: string, at: number): boolean {
  const line =
    text
      .slice(Math.max(0, at - longestRule), at)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return !line.endsWith('\\') && line.split('`').length % 2 === 1;
}

/** The number of lines that YAML front matter takes up. */
function frontMatterLength(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  // Unclosed front matter is none: findIndex returned -1.
  return end + 1;
}

function toLine(raw: string, number: number, next: string | undefined): Line[] {
  const place = { line: number };
  if (raw === '') return [{ text: '', place }];
  // Horizontal rules, heading underlines, the delimiter rows of tables, and the fences of
  // code blocks and divisions.
  const isShort = raw.length <= longestRule;
  if ((isShort && /^\s*(?:[-=*_]\s*){3,}$/.test(raw)) || isDelimiterRow(raw)) return [{ text: '', place }];
  if (isShort && /^\s{0,3}(?:`{3,}[^`]*|~{3,}[^~]*|:{3,}[^:]*:*\s*)$/.test(raw)) return [{ text: '', place }];
  const heading = /^\s{0,3}#{1,6}\s(.*)/.exec(raw);
  if (heading) return [{ text: withoutInlineMarkup(withoutClosingHashes(heading[1] ?? '')), place, heading: true }];
  const isUnderlined = next !== undefined && /^(?:={3,}|-{3,})\s*$/.test(next);
  const row = /^\s*\|(.*)\|\s*$/.exec(raw);
  const words = row
    ? (row[1] ?? '')
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' ')
    : raw.replace(/^\s*(?:>\s?)+/, '');
  const bullet = /^\s*[-*+]\s/.exec(words);
  // A backslash at the end breaks the line.
  const unbroken = words.replace(/(?<!\\)\\$/, '');
  const plainWords = withoutInlineMarkup(bullet ? unbroken.slice(bullet[0].length) : unbroken);
  const gap = bullet !== null || row !== null;
  return [{ text: plainWords, place, ...(isUnderlined && { heading: true }), ...(gap && { gap }) }];
}

/** `## Scope ##` as `## Scope`. */
function withoutClosingHashes(heading: string): string {
  const text = heading.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return text.slice(0, end);
}

/** Characters. No paragraph is longer, and the patterns below are slow on hostile ones. */
const longestParagraph = 100_000;

/** Removes inline markup: emphasis, links, footnote references, code spans, tags, escapes and entities. */
function withoutInlineMarkup(text: string): string {
  if (text.length > longestParagraph || !/[[*_`<\\&]/.test(text)) return text;
  return decodedEntities(
    text
      .replace(/!?\[([^\][]{0,400})\]\((?:[^()\s]|\([^()]{0,100}\)){0,400}(?:\s+"[^"]{0,200}")?\)/g, '$1')
      .replace(/\[\^[^\][]{1,50}\]/g, '')
      .replace(/(?<!\\)(\*\*|__)(?=\S)(.{1,1000}?)(?<=[^\s\\])\1/g, '$2')
      .replace(/(?<![\p{L}\d*\\])\*(?=[^\s*])([^*]{1,1000}?)(?<=[^\s\\])\*(?![\p{L}\d*])/gu, '$1')
      // `*un*lawful`: emphasis of a part of a word.
      .replace(/(?<=\p{L}{2})\*(?=\p{L})([^*\s]{1,100}?)\*(?![\d*])/gu, '$1')
      .replace(/(?<![\p{L}\d*\\])\*(?=[^\s*])([^*\s]{1,100}?)(?<=[\p{L}\d])\*(?=\p{L}{2})/gu, '$1')
      .replace(/(?<![\p{L}\d_\\])_(?=\S)([^_]{1,1000}?)(?<=[^\s\\])_(?![\p{L}\d_])/gu, '$1')
      .replace(/`([^`]+)`/g, '$1')
      .replace(/<\/?(?:a|abbr|b|br|del|em|i|ins|mark|s|small|span|strike|strong|sub|sup|u)(?:\s[^<>]{0,300})?\/?>/gi, '')
      .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1'),
  );
}
