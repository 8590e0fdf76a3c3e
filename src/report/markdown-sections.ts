import type { Assessment } from '../core/answers.ts';
import type { AssessmentResult, Result } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { cell, inline } from './escape-markdown.ts';
import { say } from './phrases.ts';

/** The steps: how far the groundwork of the draft is covered, beside the score. */
export function stepSection({ steps }: AssessmentResult, assessment: Assessment, rubric: Rubric): string {
  if (steps.length === 0) return '';
  const blocks = rubric.steps.flatMap((step) => {
    const found = steps.find((each) => each.id === step.id);
    if (!found) return [];
    const coverage = found.coverage === null ? say('no-score') : found.coverage.toFixed(0);
    const head = `### ${inline(step.title)}: ${say('step-line', { coverage, answered: found.answered, n: found.questions })}`;
    if (found.answered === 0) return [head];
    const rows = step.questions.map((question) => {
      const answer = assessment.steps.get(question.id);
      const status = answer?.status ? say(`status-${answer.status}`) : say('status-open');
      return `| ${cell(question.text)} | ${status} | ${cell(answer?.notes ?? '')} |`;
    });
    const table = [
      `| ${say('table-guiding')} | ${say('table-status')} | ${say('table-notes')} |`,
      '| --- | --- | --- |',
      ...rows,
    ];
    return [head, table.join('\n')];
  });
  return [`## ${say('steps-title')}`, say('steps-about'), ...blocks].join('\n\n');
}

/** How the score came about, what it rests on and what it is not. */
export function methodSection({ source }: AssessmentResult, rubric: Rubric, run: Result): string {
  const questions = rubric.features.reduce((sum, feature) => sum + feature.questions.length, 0);
  const bands = rubric.bands.map((band) => `${inline(band.title)} (${say('band-from', { from: band.from })})`).join(', ');
  const parts = [
    `## ${say('method')}`,
    say('method-score', { n: questions, features: rubric.features.length, bands }),
    say('method-range'),
  ];
  if (rubric.caps.length > 0) parts.push(say('method-caps'));
  parts.push(say('method-limits'));
  if (rubric.sources.length > 0) {
    const sources = rubric.sources.map(({ title, year, about }) => {
      const dated = year === undefined ? inline(title) : `${inline(title)} (${year})`;
      return `- ${dated}${about ? `: ${inline(about)}` : ''}`;
    });
    parts.push(`${say('sources')}\n\n${sources.join('\n')}`);
  }
  parts.push(
    say('made-by', {
      title: inline(rubric.title),
      version: rubric.version,
      digest: run.rubric.digest,
      tool: run.tool.version,
      source: inline(source),
    }),
  );
  if (rubric.notice) parts.push(`*${inline(rubric.notice)}*`);
  return parts.join('\n\n');
}
