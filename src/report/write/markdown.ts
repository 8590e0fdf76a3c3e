import { inSentences, listed, sentence, withColon } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { bar } from '../../text/number.ts';
import type { BandKey, Block, Cell, Document, List, Runs, Table, TextRun } from '../document/blocks.ts';
import { unfolded } from '../document/build.ts';
import { isText } from '../document/table.ts';
import { inline, quoted } from '../escape/markdown.ts';
import { bandShade, titleOf } from './scale.ts';

type Scale = Document['scale'];

/** A document as Markdown (CommonMark with GitHub's tables), with a line break at its end. */
export function writeMarkdown({ blocks, closing = [], scale }: Document): string {
  const all = [...blocks, ...closing].flatMap(unfolded);
  const texts = all.map((block) => blockText(block, scale)).filter((text) => text !== '');
  return `${texts.join('\n\n')}\n`;
}

function blockText(block: Block, scale: Scale): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.number === undefined ? '' : `${block.number} `}${inline(block.text)}`;
    case 'facts':
      return block.facts.map(([name, value]) => `- ${withColon(inline(name), inline(value))}`).join('\n');
    case 'paragraph':
      return block.role === 'warning' ? `> ${runsText(block.runs)}` : runsText(block.runs);
    case 'callout':
      return inSentences([block.headline?.words ?? [], block.runs].map(runsText));
    case 'list':
      return listText(block);
    case 'table':
      return tableText(block, scale);
    case 'band-key':
      return bandKeyText(block, scale);
    default:
      // Omits charts and bars: the text next to them says the same.
      return '';
  }
}

function listText({ items, start, spread }: List): string {
  const texts = items.map((lines, index) => {
    const mark = start === undefined ? '- ' : `${start + index}. `;
    return mark + lines.map(runsText).join(`\\\n${' '.repeat(mark.length)}`);
  });
  return texts.join(spread ? '\n\n' : '\n');
}

function tableText({ columns, rows, depths }: Table, scale: Scale): string {
  const shown = [...columns.keys()].filter((index) => !columns[index]?.drawn);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const marks = { left: '---', right: '---:', center: ':---:' };
  return [
    row(shown.map((index) => inline(columns[index]?.title ?? ''))),
    row(shown.map((index) => marks[columns[index]?.align ?? 'left'])),
    ...rows.map((cells, rowIndex) =>
      row(
        shown.map((index) => (index === 0 ? '&emsp;'.repeat(depths?.[rowIndex] ?? 0) : '') + cellText(cells[index] ?? [], scale)),
      ),
    ),
  ].join('\n');
}

function cellText(cell: Cell, scale: Scale): string {
  if (isText(cell)) return runsText(cell);
  switch (cell.kind) {
    case 'bar':
      return bar(cell.score, 10);
    case 'shade':
      return `${bandShade(scale, cell.band)} ${inline(`${cell.figure}${cell.mark ?? ''}`)}`.trim();
    case 'share':
      return inline(cell.words);
    case 'lines':
      return joinedLines(cell.lines.map(runsText));
  }
}

function bandKeyText({ shades, note }: BandKey, scale: Scale): string {
  const key = scale.map(({ id }) => phrase('compare', 'heat-legend', { shade: bandShade(scale, id), band: titleOf(scale, id) }));
  return inline(inSentences([shades && sentence(listed(key)), note]));
}

function runsText(runs: Runs): string {
  return runs
    .map(runText)
    .reduce((text, run) => `${text}${needsSpace(text, run) ? ' ' : ''}${run}`, '')
    .trim();
}

/** Whether Markdown would not read marks as marks: those after punctuation must not be followed by a letter, as in `**一。**二`. */
function needsSpace(text: string, run: string): boolean {
  return /(?![\\*~])[\p{P}\p{S}](?:\*\*?|~~)$/u.test(text) && /^[^\s\p{P}\p{S}]/u.test(run);
}

const marks = { strong: '**', emphasis: '*', code: '`', gone: '~~', new: '**', match: '**' };

/** Spaces at the ends are written outside the marks: Markdown does not read `** a**` as bold. */
function runText({ words, ...run }: TextRun): string {
  return words === undefined ? ownText(run) : `${inline(words)} (${ownText(run)})`;
}

function ownText({ text, style }: TextRun): string {
  if (style === 'quote') return quoted(text);
  const before = text !== text.trimStart();
  const after = text.trim() !== '' && text !== text.trimEnd();
  const words = style === 'code' ? text.trim() : inline(text);
  const mark = style === undefined || words === '' ? '' : marks[style];
  return `${before ? ' ' : ''}${mark}${words}${mark}${after ? ' ' : ''}`;
}

/** Lines of a cell on one line: a table of Markdown has no line breaks. A line that is a sentence needs no semicolon. */
function joinedLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) =>
      text === '' ? line : `${text}${/[.?!。？！]$/u.test(text) ? ' ' : phrase('values', 'clause-separator')}${line}`,
    '',
  );
}
