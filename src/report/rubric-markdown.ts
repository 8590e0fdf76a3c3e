import type { Flag, GuidingQuestion, Question, Rubric } from '../core/rubric.ts';
import { cell, inline } from './escape-markdown.ts';
import { principleWords, say } from './phrases.ts';

/** A rubric as a page: every question with its help, levels and gap, to read or to answer on paper. */
export function rubricMarkdown(rubric: Rubric, digest: string): string {
  const parts = [
    `# ${inline(rubric.title)} ${rubric.version}`,
    `*${inline(rubric.notice)}*`,
    `\`${rubric.id}\`, \`${digest}\``,
    `## ${say('rubric-bands')}`,
    rubric.bands
      .map(
        (band) =>
          `- **${inline(band.title)}** (${say('band-from', { from: band.from })})${band.summary ? `: ${inline(band.summary)}` : ''}`,
      )
      .join('\n'),
  ];
  for (const [index, feature] of rubric.features.entries()) {
    parts.push(`## ${index + 1}. ${inline(feature.title)}`, inline(feature.summary));
    parts.push(...feature.questions.map((question) => questionMarkdown(question)));
  }
  for (const [index, step] of rubric.steps.entries()) {
    parts.push(`## ${say('rubric-step', { number: index + 1, title: inline(step.title) })}`, inline(step.summary));
    parts.push(step.questions.map(guidingMarkdown).join('\n'));
  }
  if (rubric.flags.length > 0) parts.push(`## ${say('flags')}`, ...rubric.flags.map(flagMarkdown));
  if (rubric.sources.length > 0) {
    parts.push(`## ${say('rubric-sources')}`);
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
  if (question.weight !== 1) marks.push(say('rubric-weight', { weight: question.weight }));
  if (question.critical) marks.push(say('critical'));
  if (question.when) marks.push(say('rubric-when', { question: question.when.question, level: question.when.atLeast }));
  const levels = question.levels.map((level, index) => `| ${index} | ${cell(level)} | ${question.values[index]} |`);
  const table = [
    `| ${say('table-level')} | ${say('rubric-seen')} | ${say('table-points')} |`,
    '| ---: | --- | ---: |',
    ...levels,
  ].join('\n');
  const parts = [`### ${inline(question.text)}`, marks.join(', '), inline(question.help), table];
  if (question.gap) parts.push(`*${say('to-close')}* ${inline(question.gap)}`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function guidingMarkdown({ id, text, help }: GuidingQuestion): string {
  return `- ${inline(text)} (\`${id}\`)${help ? `\\\n  ${inline(help)}` : ''}`;
}

function flagMarkdown({ id, text, help, severity }: Flag): string {
  return [`### ${inline(text)}`, `\`${id}\`, **${say(`severity-${severity}`)}**`, inline(help)].join('\n\n');
}
