import type { Question, Rubric } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Document } from '../document/blocks.ts';
import { type Blocks, blocksOf, code, emphasis, list, paragraph, type Text } from '../document/build.ts';

type Parts = Partial<Omit<Document, 'blocks' | 'closing'>> & { readonly blocks: Blocks; readonly closing?: Blocks };

/** A document with the language, the bands and the notice of a rubric. */
export function documentOf({ language, bands, notice }: Rubric, title: string, { blocks, closing, ...more }: Parts): Document {
  const parts = { blocks: blocksOf(blocks), ...(closing && { closing: blocksOf(closing) }) };
  return { title, language, scale: bands, notice, ...more, ...parts };
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
  return [`${texts.get(id) ?? ''} `, code(id), critical && [' ', { text: `(${phrase('report', 'critical')})`, tone: 'dim' }]];
}

/** Principles by their numbers, as they are cited. */
export function principleWords(numbers: readonly number[]): string {
  return phrase('report', 'principles', { list: listed(numbers) });
}
