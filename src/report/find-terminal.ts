import type { FindResult, Hit } from '../core/evidence.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { visible, wrapped } from '../text/plain-text.ts';
import { placeWords } from './words/phrases.ts';
import type { Style } from './write/style.ts';

/** `compass evidence find`: for each question its passages, the likeliest first. */
export function findReport({ results }: FindResult, rubric: Rubric, width: number, style: Style): string {
  const texts = new Map<string, string>([
    ...rubric.features.flatMap((feature) => feature.questions.map((question) => [question.id, question.text] as const)),
    ...rubric.flags.map((flag) => [flag.id, flag.text] as const),
  ]);
  const blocks = results.map(({ question, query, hits }) => {
    const head = question === null ? style.bold(visible(query ?? '')) : style.bold(visible(question));
    const lines = [head];
    if (question !== null) lines.push(wrapped(visible(texts.get(question) ?? ''), width));
    if (hits.length === 0) lines.push('', phrase('report', 'find-none'));
    for (const hit of hits) lines.push('', ...hitLines(hit, width, style));
    return lines.join('\n');
  });
  return `${[...blocks, style.dim(wrapped(phrase('report', 'find-limits'), width))].join('\n\n')}\n`;
}

function hitLines({ label, heading, score, line, page, passage, marks }: Hit, width: number, style: Style): string[] {
  const place = placeWords({ foundAt: [], line, ...(page !== undefined && { page }) });
  const head = [
    style.bold(visible(label)),
    visible(heading ?? ''),
    style.dim([phrase('report', 'find-score', { score: score.toFixed(1) }), place].filter(Boolean).join(', ')),
  ];
  return [wrapped(head.filter(Boolean).join('  '), width, 2), wrapped(marked(passage, marks, style), width, 4)];
}

/** The passage with the words that were looked for set off: in bold, or between asterisks where there is no bold. */
function marked(passage: string, marks: Hit['marks'], style: Style): string {
  let text = '';
  let at = 0;
  const plain = style.bold('x') === 'x';
  for (const [from, to] of marks) {
    const word = visible(passage.slice(from, to));
    text += visible(passage.slice(at, from)) + (plain ? `*${word}*` : style.bold(word));
    at = to;
  }
  return text + visible(passage.slice(at));
}
