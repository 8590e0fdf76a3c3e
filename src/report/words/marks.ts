import type { Question } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';

/** What a mark says of a draft. A rubric may add after a semicolon what does not count: that is for the reviewer who ticks. */
export function markFact(text: string): string {
  return text.split(semicolon, 1)[0] ?? text;
}

/** French has a space before it, Chinese none after its own, and Arabic has its own too. */
const semicolon = /\s*(?:;\s|[；؛])/u;

/** How many marks each level needs, and which must be among them: `3 for level 2, all 5 for level 3`. */
export function needWords({ marks = [], need = {} }: Pick<Question, 'marks' | 'need'>): string {
  const counts = Object.entries(need).filter(([, least]) => least > 0);
  const needs = counts.map(([level, least]) =>
    phrase('report', least === marks.length ? 'marks-need-all' : 'marks-need', { level, n: least }),
  );
  const levels = [...new Set(marks.flatMap(({ from }) => from ?? []))].sort((a, b) => a - b);
  const required = levels.map((level) => {
    const ids = marks.filter(({ from }) => from === level).map(({ id }) => id);
    return phrase('report', 'marks-from', { level, marks: listed(ids) });
  });
  return listed([...needs, ...required]);
}
