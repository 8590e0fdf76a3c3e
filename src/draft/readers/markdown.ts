import type { Block } from '../block.ts';
import { blocksOfLines, type Line } from './lines.ts';

/**
 * Markdown as laws are written in it: headings, numbered paragraphs, emphasis, tables. It is read line by line and not by a
 * Markdown parser, since that would renumber lists and take an indented point for code.
 */
export function readMarkdown(text: string): Block[] {
  const lines = withoutComments(text).split(/\r\n|\r|\n/);
  const skip = frontMatterEnd(lines);
  return blocksOfLines(lines.slice(skip).flatMap((line, index) => toLine(line, skip + index + 1, lines[skip + index + 1])));
}

/** Rules and rows of signs are no longer than this. */
const longestRule = 500;

/** A drafter's notes to drafters are not the law, however many lines they have; the lines are counted on. */
function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', start + 4)) {
    if (start < at || !opensComment(text, start)) continue;
    // `<!-->` is whole.
    const end = text.indexOf('-->', start + 2);
    // What nothing closes is none.
    if (end === -1) break;
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]+/g, '');
    at = end + 3;
  }
  return kept + text.slice(at);
}

/** Behind a backslash, or between backticks, the signs are words about comments. No line is looked at for longer than a rule. */
function opensComment(text: string, at: number): boolean {
  const line =
    text
      .slice(Math.max(0, at - longestRule), at)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return !line.endsWith('\\') && line.split('`').length % 2 === 1;
}

function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  // Where nothing closes it, there is none: -1 is before the first line.
  return end + 1;
}

function toLine(raw: string, number: number, next: string | undefined): Line[] {
  const place = { line: number };
  // Rules, the underlining of headings and table rules have no words.
  const isShort = raw.length <= longestRule;
  if (isShort && (/^\s*(?:[-=*_]\s*){3,}$/.test(raw) || /^[\s:|-]+\|[\s:|-]*$/.test(raw))) return [{ text: '', place }];
  const heading = /^\s{0,3}#{1,6}\s(.*)/.exec(raw);
  if (heading) return [{ text: inline(withoutClosingSigns(heading[1] ?? '')), place, heading: true }];
  const underlined = next !== undefined && /^(?:={3,}|-{3,})\s*$/.test(next);
  const row = /^\s*\|(.*)\|\s*$/.exec(raw);
  const words = row
    ? (row[1] ?? '')
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' ')
    : raw.replace(/^\s*(?:>\s?)+/, '');
  const bullet = /^\s*[-*+]\s/.exec(words);
  const plainWords = inline(bullet ? words.slice(bullet[0].length) : words);
  const gap = bullet !== null || row !== null;
  return [{ text: plainWords, place, ...(underlined && { heading: true }), ...(gap && { gap }) }];
}

/** A heading may be closed by as many signs as it was opened with. */
function withoutClosingSigns(heading: string): string {
  const text = heading.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return text.slice(0, end);
}

/** The words without the signs for emphasis, links and escapes. */
function inline(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,400})\]\((?:[^()\s]|\([^()]{0,100}\)){0,400}(?:\s+"[^"]{0,200}")?\)/g, '$1')
    .replace(/\[\^[^\][]{1,50}\]/g, '')
    .replace(/(?<!\\)(\*\*|__)(?=\S)(.{1,1000}?)(?<=[^\s\\])\1/g, '$2')
    .replace(/(?<![\p{L}\d*\\])\*(?=[^\s*])([^*]{1,1000}?)(?<=[^\s\\])\*(?![\p{L}\d*])/gu, '$1')
    .replace(/(?<![\p{L}\d_\\])_(?=\S)([^_]{1,1000}?)(?<=[^\s\\])_(?![\p{L}\d_])/gu, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/<\/?(?:a|abbr|b|br|em|i|ins|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,300})?\/?>/gi, '')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1')
    .replace(
      /&(amp|lt|gt|quot|nbsp);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' })[name] ?? '',
    );
}
