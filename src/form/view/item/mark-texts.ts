import type { Question } from '../../../core/rubric.ts';
import { markFact } from '../../../report/words/marks.ts';

/** Marks by what they say of a draft, on one line; a dash for none. */
export function markTexts(question: Question | undefined, ids: readonly string[]): string {
  const texts = ids.map((id) => markFact(question?.marks?.find((mark) => mark.id === id)?.text ?? id));
  return texts.join('; ') || '-';
}
