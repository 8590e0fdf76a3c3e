import type { Assessment } from './answers.ts';
import type { PreparedRubric } from './rubric.ts';

/** What a rubric's help says where it names a case in which a question does not apply, by the language of the rubric. */
const words: Readonly<Record<string, string>> = {
  en: 'not applicable',
  fr: 'sans objet',
  es: 'no aplicable',
  ar: 'لا ينطبق',
  ru: 'неприменимо',
  zh: '不适用',
};

/**
 * The sentences of a question's help that name a case in which it does not apply, in the rubric's own language.
 * @returns undefined if it can't be told for that language
 */
export function casesNamed(prepared: PreparedRubric, id: string): readonly string[] | undefined {
  const { rubric, questions } = prepared.source ?? prepared;
  return sentencesOn(questions.get(id)?.question.help ?? '', rubric.language);
}

/** Whether a question names no case in which it does not apply, though its rubric names such cases. */
export function namesNoCase(prepared: PreparedRubric, id: string): boolean {
  const { rubric, questions } = prepared.source ?? prepared;
  if (casesNamed(prepared, id)?.length !== 0) return false;
  return [...questions.values()].some(({ question }) => (sentencesOn(question.help, rubric.language) ?? []).length > 0);
}

/** Whether a reviewer set a single question aside that names no case in which it does not apply. */
export function isWithoutCase(prepared: PreparedRubric, { answers, features }: Assessment, id: string): boolean {
  const feature = prepared.questions.get(id)?.feature.id ?? '';
  return Boolean(answers.get(id)?.notApplicable) && !features.has(feature) && namesNoCase(prepared, id);
}

/** The sentences of a text that say "not applicable" in a language; undefined in an unknown one. */
export function sentencesOn(text: string, language: string): readonly string[] | undefined {
  const sought = words[language.split('-')[0] ?? ''];
  if (sought === undefined) return undefined;
  return text
    .split(/(?<=[.!?؟])\s+|(?<=[。！？])/u)
    .filter((sentence) => sentence.toLowerCase().replace(/\s+/g, ' ').includes(sought));
}
