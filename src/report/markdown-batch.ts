import { isCriticalAtZero } from '../core/gaps.ts';
import { showRange, showScore } from '../text/number.ts';
import { cell, inline } from './escape-markdown.ts';
import { bandBounds, bandTitle, draftName, gateSentence, say } from './phrases.ts';
import type { ReportInput } from './reporter.ts';
import { rankSection } from './robustness-markdown.ts';
import { worstFirst } from './terminal-table.ts';

/** Several drafts as a document: a table, the worst first, and the files that could not be scored. */
export function batchMarkdown({ result, rubric }: ReportInput): string {
  const { summary, failures } = result;
  const parts = [`# ${say('batch-title')}`];
  const rows = worstFirst(result.assessments);
  if (rows.length > 0) {
    const head = [
      say('table-draft'),
      say('score'),
      say('table-range'),
      say('table-band'),
      say('table-critical'),
      say('table-flags'),
    ];
    const body = rows.map((row) => {
      const critical = row.gaps.filter(isCriticalAtZero).length;
      const range = row.answered < row.applicable ? showRange(row.low, row.high) : '';
      const cells = [
        cell(draftName(row)),
        showScore(row.score, bandBounds(rubric)),
        range,
        cell(bandTitle(rubric, row.band)),
        String(critical),
        String(row.flags.length),
      ];
      return `| ${cells.join(' | ')} |`;
    });
    parts.push([`| ${head.join(' | ')} |`, '| --- | ---: | --- | --- | ---: | ---: |', ...body].join('\n'));
  }
  const figures = {
    n: summary.assessed,
    mean: showScore(summary.mean),
    median: showScore(summary.median),
    min: showScore(summary.min),
    max: showScore(summary.max),
  };
  parts.push(summary.assessed === 0 ? say('batch-none') : say('batch-summary', figures));
  const ranks = rankSection(result, rubric);
  if (ranks !== '') parts.push(ranks);
  const failed = rows.flatMap((row) =>
    row.gates.filter((gate) => !gate.holds).map((gate) => `- ${inline(draftName(row))}: ${inline(gateSentence(gate))}`),
  );
  if (failed.length > 0) parts.push(`## ${say('gates')}`, failed.join('\n'));
  if (failures.length > 0) {
    const items = failures.flatMap(({ source, errors }) =>
      errors.map(
        ({ message, line, column }) =>
          `- ${inline([source, line, column].filter((part) => part !== undefined).join(':'))}: ${inline(message)}`,
      ),
    );
    parts.push(`## ${say('failures-title')}`, items.join('\n'));
  }
  const made = say('made-with', { title: inline(rubric.title), version: rubric.version, digest: result.rubric.digest });
  parts.push(`*${made}. ${inline(rubric.notice)}*`);
  return `${parts.join('\n\n')}\n`;
}
