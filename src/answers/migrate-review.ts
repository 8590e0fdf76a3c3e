import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { shortfall } from '../core/marks.ts';
import type { Question } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { keepWas } from './revise.ts';

/** The key that holds what the short form of an entry says. */
const shortForm = { answers: 'level', steps: 'status', flags: 'present' } as const;

/**
 * Marks an entry for review, besides the reasons that it has already. A short form becomes a map.
 * @returns false if the entry is empty: there is nothing to review
 */
export function setReview(document: Document, pair: Pair, section: keyof typeof shortForm, reasons: readonly string[]): boolean {
  const map = isMap(pair.value) ? pair.value : asMap(document, pair, shortForm[section]);
  if (!map) return false;
  const present = map.get('review');
  const earlier = typeof present === 'string' && present !== '' ? present.split('; ') : [];
  map.set('review', [...new Set([...earlier, ...reasons])].join('; '));
  return true;
}

/** The long form of an entry in short form, with its comment; undefined if it is empty. */
function asMap(document: Document, pair: Pair, key: string): YAMLMap | undefined {
  const { value } = pair;
  if (!isScalar(value) || value.value === null) return undefined;
  const { comment } = value;
  const map = document.createNode({ [key]: value.value }) as YAMLMap;
  map.flow = true;
  if (comment) map.comment = comment;
  pair.value = map;
  return map;
}

/**
 * Moves what no longer fits the question to the `was` of the entry: marks that the question does not have or that are too few for
 * the level, and a level of other law above the highest one.
 * @returns a reason for review for each
 */
export function setAsideMarks(document: Document, { value }: Pair, question: Question): string[] {
  if (!isMap(value)) return [];
  const elsewhere = value.getIn(['elsewhere', 'level']);
  const aside: ('marks' | 'elsewhere')[] = [
    ...(fits(value, question) ? [] : (['marks'] as const)),
    ...(typeof elsewhere === 'number' && elsewhere >= question.levels.length ? (['elsewhere'] as const) : []),
  ];
  keepWas(document, value, aside);
  for (const key of aside) value.delete(key);
  return aside.map((key) => phrase('versions', `review-${key}-aside`));
}

/** Whether the ticked marks are marks of the question and enough for the level. */
function fits(entry: YAMLMap, question: Question): boolean {
  const list = entry.get('marks');
  if (!isSeq(list) || list.items.length === 0) return true;
  const ticked = list.toJSON() as string[];
  const known = (question.marks ?? []).map(({ id }) => id);
  const level = entry.get('level');
  return ticked.every((id) => known.includes(id)) && !(typeof level === 'number' && shortfall(question, level, ticked));
}
