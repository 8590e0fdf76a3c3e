import type { Dissent, Evidence } from '../core/answers.ts';
import { listed, quoted, withColon } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';

/** What a piece of evidence was before the draft changed; empty if it did not. */
export function formerWords({ was }: Evidence): string {
  const { at, quote } = (was ?? {}) as { at?: string; quote?: string };
  return withColon(at, quote !== undefined && quoted(quote));
}

/**
 * What one reviewer of a panel answered, in a line.
 * @param nameMarks marks in words
 */
export function dissentWords(
  { reviewer, level, marks, notApplicable, present, status, rationale }: Dissent,
  nameMarks: (ids: readonly string[]) => string,
): string {
  const view = [
    level !== undefined && phrase('interview', 'dissent-level', { level }),
    marks && phrase('interview', 'dissent-marks', { marks: nameMarks(marks) || '-' }),
    notApplicable !== undefined && withColon(phrase('interview', 'not-applicable'), notApplicable),
    present !== undefined && phrase('interview', present ? 'present' : 'not-present'),
    status && phrase('report', `status-${status}`),
  ];
  return withColon(reviewer, listed(view), rationale);
}
