import type { Answer } from '../../../../core/answers.ts';
import { tickedWords } from '../../../../interview/clash.ts';
import { clauses } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';

/** An answer in a line, as it stands in the file. */
export function describe({ level, notApplicable, marks, elsewhere, rationale, evidence }: Answer): string {
  const parts: string[] = [];
  if (notApplicable !== null) parts.push(`${phrase('interview', 'not-applicable')}: ${notApplicable}`);
  if (level !== null) parts.push(String(level));
  if (marks) parts.push(tickedWords(marks));
  if (elsewhere) parts.push(phrase('interview', 'elsewhere', { level: elsewhere.level }));
  if (rationale) parts.push(rationale);
  if (evidence.length > 0) parts.push(phrase('interview', 'has-evidence', { n: evidence.length }));
  return clauses(parts);
}
