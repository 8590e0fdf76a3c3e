import { bar } from '../../text/number.ts';
import { type Block, type Cell, isBar, type Run, type Runs, type Table } from '../document/blocks.ts';
import { reportDocument } from '../documents/gap-report/gap-report.ts';
import { inline, quoted } from '../escape/markdown.ts';
import type { ReportInput } from '../reporter.ts';

/** The full gap report of one draft, to hand in; of several drafts, a table of them. */
export function markdownReport(input: ReportInput): string {
  return `${reportDocument(input).map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const number = block.number === undefined ? '' : `${block.number}. `;
      return `${'#'.repeat(block.level)} ${number}${inline(block.text)}`;
    }
    case 'facts':
      return block.facts.map(([name, value]) => `- ${inline(name)}: ${inline(value)}`).join('\n');
    case 'paragraph':
      return runsText(block.runs);
    case 'list':
      return block.items.map((lines) => `- ${lines.map((runs) => runsText(runs)).join('\\\n  ')}`).join('\n');
    case 'table':
      return tableText(block);
  }
}

function tableText({ columns, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ title }) => inline(title))),
    row(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map(cellText))),
  ].join('\n');
}

function cellText(content: Cell): string {
  return isBar(content) ? bar(content.score, 10) : runsText(content);
}

function runsText(runs: Runs): string {
  return runs
    .map((run) => runText(run))
    .join('')
    .trim();
}

const marks = { strong: '**', emphasis: '*', code: '`' };

/** Spaces at the ends stand outside the marks, which would not be marks with a space inside them. */
function runText({ text, set }: Run): string {
  if (set === 'quote') return quoted(text);
  const before = text !== text.trimStart();
  const after = text.trim() !== '' && text !== text.trimEnd();
  const words = set === 'code' ? text.trim() : inline(text);
  const mark = set === undefined || words === '' ? '' : marks[set];
  return `${before ? ' ' : ''}${mark}${words}${mark}${after ? ' ' : ''}`;
}
