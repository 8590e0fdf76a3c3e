import { casesNamed, sentencesOn } from '../../../../../core/cases.ts';
import type { Scene } from '../../../../../interview/state.ts';
import { inSentences } from '../../../../../messages/lists.ts';
import { phrase } from '../../../../../messages/phrases.ts';
import { activeLanguage } from '../../../../../text/language.ts';
import { paragraph } from '../lines.ts';
import type { Section } from '../sections.ts';

/**
 * What the question itself says on when it does not apply, or that it names no such case: a reviewer who finds nothing in the draft may
 * take "does not apply" for the answer. A case is named only in the language that is spoken.
 */
export function casesSection({ questionnaire: { prepared }, item }: Scene, width: number): Section {
  const named = casesNamed(prepared, item.id);
  if (named === undefined) return { lines: [] };
  if (named.length === 0) return { lines: paragraph(phrase('interview', 'no-case'), width) };
  if (prepared.rubric.language.split('-')[0] !== activeLanguage()) return { lines: [] };
  const own = sentencesOn(prepared.questions.get(item.id)?.question.help ?? '', activeLanguage()) ?? [];
  return { lines: paragraph(inSentences(own), width) };
}
