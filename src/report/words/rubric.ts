import type { Question, Rubric } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { nameOfLanguage } from '../../text/language.ts';
import type { Document } from '../document/blocks.ts';
import { type Blocks, blocksOf, code, emphasis, inBrackets, list, paragraph, type Text } from '../document/build.ts';

type Parts = Partial<Omit<Document, 'blocks' | 'closing'>> & { readonly blocks: Blocks; readonly closing?: Blocks };

/**
 * A document with the language, the bands and the notice of a rubric. If texts of the rubric are not translated, the last line says how
 * many.
 */
export function documentOf(rubric: Rubric, title: string, { blocks, closing, ...more }: Parts): Document {
  const { language, bands, notice } = rubric;
  const last = [...blocksOf(closing), ...blocksOf(untranslatedNote(rubric))];
  const parts = { blocks: blocksOf(blocks), ...(last.length > 0 && { closing: last }) };
  return { title, language, scale: bands, notice, ...more, ...parts };
}

/** How many texts of the rubric are in another language than the document; nothing if all are translated. */
function untranslatedNote({ language, translated }: Rubric): Blocks {
  const n = translated?.untranslated.length ?? 0;
  if (!translated || n === 0) return false;
  const [from, to] = [translated.from, language].map((tag) => nameOfLanguage(tag, tag));
  return paragraph(phrase('report', 'untranslated', { n, from: from ?? '', to: to ?? '' }), 'foot');
}

/** The rubric's notice as a paragraph, if it has one. */
export function noticeOf({ notice }: Rubric): Blocks {
  return notice !== '' && paragraph(emphasis(notice), 'notice');
}

/** The rules for every question, as a list. */
export function conventionList({ conventions = [] }: Pick<Rubric, 'conventions'>): Blocks {
  return list(conventions.map(({ text }) => text));
}

/** The rules for every question, as a part of a report's method; nothing if the rubric has none. */
export function conventionBlocks({ conventions = [] }: Pick<Rubric, 'conventions'>): Blocks {
  return conventions.length > 0 && [paragraph(phrase('report', 'method-conventions')), conventionList({ conventions })];
}

/** The texts of the rubric's questions and flags by their ids. */
export function textsOf({ features, flags }: Pick<Rubric, 'features' | 'flags'>): Map<string, string> {
  return new Map([...features.flatMap(({ questions }) => questions), ...flags].map(({ id, text }) => [id, text]));
}

/** The texts of the guiding questions by their ids. */
export function guidingTexts({ steps }: Pick<Rubric, 'steps'>): Map<string, string> {
  return new Map(steps.flatMap(({ questions }) => questions).map(({ id, text }) => [id, text]));
}

/** The questions of a rubric, by id. */
export function questionsOf({ features }: Pick<Rubric, 'features'>): Map<string, Question> {
  return new Map(features.flatMap(({ questions }) => questions).map((question) => [question.id, question]));
}

/** A question, or a flag, by its text and its id. */
export function questionRuns(id: string, texts: ReadonlyMap<string, string>, critical = false): Text {
  return [`${texts.get(id) ?? ''} `, code(id), critical && inBrackets(phrase('report', 'critical'), 'dim')];
}

/** Principles by their numbers, as they are cited. */
export function principleWords(numbers: readonly number[]): string {
  return phrase('report', 'principles', { list: listed(numbers) });
}
