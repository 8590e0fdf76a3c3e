import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { cell, inline } from './escape-markdown.ts';
import { draftName, say as sayReport } from './phrases.ts';
import { rankRows, robustnessWords, say } from './robustness-narrative.ts';

/** How sure the score is; empty where it was not asked for. */
export function robustnessSection(result: AssessmentResult, rubric: Rubric): string {
  const words = robustnessWords(result, rubric);
  if (!words) return '';
  const parts = [
    `## ${say('title')}`,
    `**${inline(words.range)}**`,
    inline(words.bands),
    inline(words.pivots),
    words.pivotLines.map((line) => `- ${inline(line)}`).join('\n'),
    inline(words.mend),
    inline([words.drivers, words.geometric].filter((text) => text !== '').join(' ')),
    inline(words.method),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** How sure the order of several drafts is; empty where it was not asked for. */
export function rankSection(result: Result, rubric: Rubric): string {
  const rows = rankRows(result, rubric);
  if (rows.length === 0) return '';
  const head = [say('table-rank'), sayReport('table-draft'), say('table-interval'), say('table-same'), say('table-ranks')];
  const body = rows.map(
    ({ assessment, rank, interval, same, ranks }) =>
      `| ${[rank, cell(draftName(assessment)), interval, cell(same), cell(ranks)].join(' | ')} |`,
  );
  const table = [`| ${head.join(' | ')} |`, '| ---: | --- | --- | ---: | --- |', ...body].join('\n');
  return [`## ${say('ranks')}`, table, say('ranks-about')].join('\n\n');
}
