import { stringify } from 'yaml';
import type { Draft } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';

/** The column at which comments are wrapped. */
const width = 100;

/**
 * The text of an answers file to be filled in with an editor: every question, guiding question and red flag with an empty value,
 * below a comment with its text and levels.
 */
export function blankAnswersText({ rubric }: PreparedRubric, draft: Draft): string {
  const [example = 'feature.question'] = rubric.features.flatMap(({ questions }) => questions.map(({ id }) => id));
  const head = [
    'format: compass-answers/1',
    `rubric: { id: ${rubric.id}, version: ${rubric.version} }`,
    Object.keys(draft).length > 0 ? stringify({ draft }, { lineWidth: 0 }).trimEnd() : '# draft: { title: ... }',
    '# reviewer: { name: ..., organisation: ... }',
    '',
    `# ${phrase('files', 'blank-how')}`,
    `#   ${example}: 2`,
    `#   ${example}: { level: 2, rationale: ${phrase('files', 'blank-rationale')}, evidence: [{ at: "art. 3(1)", quote: "${phrase('files', 'blank-quote')}" }] }`,
    `#   ${example}: { notApplicable: ${phrase('files', 'blank-not-applicable')} }`,
  ];
  const answers = rubric.features.map((feature) => [
    comment(feature.title.toUpperCase()),
    ...feature.questions.map(({ id, text, levels }) =>
      [comment(text), ...levels.map((level, index) => comment(level, `  ${index}  `)), `  ${id}:`].join('\n'),
    ),
  ]);
  const steps = rubric.steps.map((step) => [
    comment(step.title.toUpperCase()),
    ...step.questions.map(({ id, text }) => `${comment(text)}\n  ${id}:`),
  ]);
  const flags = rubric.flags.map(({ id, text }) => `${comment(text)}\n  ${id}:`);
  const blocks = [head.join('\n'), 'answers:', ...answers.flat()];
  if (steps.length > 0) blocks.push(`steps:\n  # ${phrase('files', 'blank-steps')}`, ...steps.flat());
  if (flags.length > 0) blocks.push(`flags:\n  # ${phrase('files', 'blank-flags')}`, ...flags);
  return `${blocks.join('\n\n')}\n`;
}

/** Text as an indented, wrapped comment. `lead` is put before the first line; the other lines are indented by its length. */
function comment(text: string, lead = ''): string {
  const lines = [lead];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line.trim() !== lead.trim() && line.length + word.length >= width) lines.push(' '.repeat(lead.length) + word);
    else lines[lines.length - 1] = line === lead || line.trim() === '' ? line + word : `${line} ${word}`;
  }
  return lines.map((line) => `  # ${line}`).join('\n');
}
