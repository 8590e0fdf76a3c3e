import type { Flag, GuidingQuestion, Question, Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { cell, inline } from './escape/markdown.ts';
import { principleWords } from './words/phrases.ts';

/** A rubric as a page: every question with its help, levels and gap, to read or to answer on paper. */
export function rubricMarkdown(rubric: Rubric, digest: string): string {
  const parts = [
    `# ${inline(rubric.title)} ${rubric.version}`,
    `*${inline(rubric.notice)}*`,
    `\`${rubric.id}\`, \`${digest}\``,
    `## ${phrase('report', 'rubric-bands')}`,
    rubric.bands
      .map(
        (band) =>
          `- **${inline(band.title)}** (${phrase('report', 'band-from', { from: band.from })})${band.summary ? `: ${inline(band.summary)}` : ''}`,
      )
      .join('\n'),
  ];
  for (const [index, feature] of rubric.features.entries()) {
    parts.push(`## ${index + 1}. ${inline(feature.title)}`, inline(feature.summary));
    parts.push(...feature.questions.map((question) => questionMarkdown(question)));
  }
  for (const [index, step] of rubric.steps.entries()) {
    parts.push(`## ${phrase('report', 'rubric-step', { number: index + 1, title: inline(step.title) })}`, inline(step.summary));
    parts.push(step.questions.map(guidingMarkdown).join('\n'));
  }
  if (rubric.flags.length > 0) parts.push(`## ${phrase('report', 'flags')}`, ...rubric.flags.map(flagMarkdown));
  if (rubric.sources.length > 0) {
    parts.push(`## ${phrase('report', 'rubric-sources')}`);
    parts.push(
      rubric.sources
        .map(({ title, year, about }) => `- ${inline(title)}${year ? ` (${year})` : ''}${about ? `: ${inline(about)}` : ''}`)
        .join('\n'),
    );
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function questionMarkdown(question: Question): string {
  const marks = [`\`${question.id}\``];
  if (question.principles.length > 0) marks.push(principleWords(question.principles));
  if (question.weight !== 1) marks.push(phrase('report', 'rubric-weight', { weight: question.weight }));
  if (question.critical) marks.push(phrase('report', 'critical'));
  if (question.when)
    marks.push(phrase('report', 'rubric-when', { question: question.when.question, level: question.when.atLeast }));
  const levels = question.levels.map((level, index) => `| ${index} | ${cell(level)} | ${question.values[index]} |`);
  const table = [
    `| ${phrase('report', 'table-level')} | ${phrase('report', 'rubric-seen')} | ${phrase('report', 'table-points')} |`,
    '| ---: | --- | ---: |',
    ...levels,
  ].join('\n');
  const parts = [`### ${inline(question.text)}`, marks.join(', '), inline(question.help), table];
  if (question.gap) parts.push(`*${phrase('report', 'to-close')}* ${inline(question.gap)}`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function guidingMarkdown({ id, text, help }: GuidingQuestion): string {
  return `- ${inline(text)} (\`${id}\`)${help ? `\\\n  ${inline(help)}` : ''}`;
}

function flagMarkdown({ id, text, help, severity }: Flag): string {
  return [`### ${inline(text)}`, `\`${id}\`, **${phrase('report', `severity-${severity}`)}**`, inline(help)].join('\n\n');
}
