import type { Shortfall } from '../../../../core/marks.ts';
import type { Mark, Question } from '../../../../core/rubric.ts';
import { clauses } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { visible, wrapped } from '../../../../text/plain-text.ts';

/** The marks of a question with their numbers, in one paragraph. */
export function marksLine({ marks = [] }: Question, width: number): string {
  const numbered = marks.map((mark, index) => `${index + 1} ${mark.text}`).join(';  ');
  return `${wrapped(visible(`${phrase('interview', 'which-marks')}  ${numbered}`), width)}\n`;
}

/** Why a level can't be given with the marks that are ticked. */
export function shortfallText(
  { marks = [] }: Question,
  { level, lacks }: { readonly level: number; readonly lacks: Shortfall },
): string {
  const { need, ticked, missing, required } = lacks;
  const numbered = clauses(missing.map((mark: Mark) => `${marks.indexOf(mark) + 1} ${mark.text}`));
  if (required) return phrase('interview', 'shortfall-required', { level, n: missing.length, missing: numbered });
  const key = need === marks.length ? 'shortfall-all' : 'shortfall-some';
  return phrase('interview', key, { level, need, of: marks.length, ticked, missing: numbered });
}
