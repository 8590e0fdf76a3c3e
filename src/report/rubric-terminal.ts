import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { visible, wrapped } from '../text/plain-text.ts';
import type { Style } from './write/style.ts';

/** A rubric's questions with their levels, for the terminal. */
export function rubricTerminal(rubric: Rubric, digest: string, width: number, style: Style): string {
  const blocks = [
    `${style.bold(visible(`${rubric.title} ${rubric.version}`))}  ${style.dim(digest)}\n${wrapped(visible(rubric.notice), width)}`,
  ];
  for (const feature of rubric.features) {
    blocks.push(style.bold(visible(`${feature.title} (${feature.id})`)));
    for (const { id, text, levels, critical, weight } of feature.questions) {
      const marks = [
        ...(critical ? [phrase('report', 'critical')] : []),
        ...(weight === 1 ? [] : [phrase('report', 'rubric-weight', { weight })]),
      ];
      const head = wrapped(`${style.bold(visible(id))}${marks.length > 0 ? `  ${marks.join(', ')}` : ''}`, width);
      const lines = levels.map((level, index) => `  ${index}  ${wrapped(visible(level), width, 5).trimStart()}`);
      blocks.push([head, wrapped(visible(text), width), ...lines].join('\n'));
    }
  }
  for (const step of rubric.steps) {
    const lines = step.questions.map(({ id, text }) => `${style.bold(visible(id))}\n${wrapped(visible(text), width, 2)}`);
    blocks.push([style.bold(visible(`${step.title} (${step.id})`)), ...lines].join('\n'));
  }
  if (rubric.flags.length > 0) {
    const lines = rubric.flags.map(({ id, text, severity }) =>
      wrapped(`${style.bold(visible(id))}  ${severity}  ${visible(text)}`, width),
    );
    blocks.push([style.bold(phrase('report', 'flags')), ...lines].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}
