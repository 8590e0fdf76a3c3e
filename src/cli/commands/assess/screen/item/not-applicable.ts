import type { Scene } from '../../../../../interview/state.ts';
import { phrase } from '../../../../../messages/phrases.ts';
import { activeLanguage } from '../../../../../text/language.ts';
import { paragraph } from '../lines.ts';
import type { Section } from '../sections.ts';

/**
 * What the question itself says on when it does not apply, or that it names no such case: a reviewer who finds nothing in the draft may
 * take "does not apply" for the answer. Nothing in a language that these words are not in.
 */
export function casesSection({ questionnaire: { prepared }, item }: Scene, width: number): Section {
  const help = prepared.questions.get(item.id)?.question.help ?? '';
  if (prepared.rubric.language.split('-')[0] !== activeLanguage()) return { lines: [] };
  const words = phrase('interview', 'not-applicable');
  const cases = help.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.toLowerCase().includes(words));
  const text = cases.length > 0 ? cases.join(' ') : phrase('interview', 'no-case');
  return { lines: paragraph(text, width) };
}
