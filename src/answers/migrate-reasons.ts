import { isMap, isScalar } from 'yaml';
import type { Flag, GuidingQuestion, Question, Rubric } from '../core/rubric.ts';
import { sameData } from '../core/same-data.ts';
import { listed } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';
import { majorOf } from '../text/version.ts';

/** An entry that is carried over to another version of the rubric. */
interface CarriedEntry {
  readonly section: 'answers' | 'steps' | 'flags';
  /** Its id in the file, and its current id. */
  readonly id: string;
  readonly to: string;
  readonly value: unknown;
  /** Ids in the file of further answers to the same question, which were moved to `was`. */
  readonly merged: readonly string[];
}

/**
 * Why an entry must be looked at again. Versions with the same major number never change the meaning of an answer.
 * @returns sentences for its `review`; empty if nothing is known to have changed
 */
export function reasonsForReview(
  entry: CarriedEntry,
  { from, rubric, older }: { readonly from: string; readonly rubric: Rubric; readonly older: Rubric | undefined },
): string[] {
  const { id, to, merged } = entry;
  const reasons: string[] = [];
  if (merged.length > 0) reasons.push(phrase('versions', 'review-merged', { ids: listed([id, ...merged]), to, first: id }));
  if (majorOf(from) === majorOf(rubric.version)) return reasons;
  const before = older && questionIn(older, entry.section, id);
  if (!before && id !== to) reasons.push(phrase('versions', 'review-was', { from: id }));
  const now = questionIn(rubric, entry.section, to);
  if (now) reasons.push(...changesOf(before, now, entry.value, rubric.version));
  return reasons;
}

type AnyQuestion = Question | GuidingQuestion | Flag;

function questionIn({ features, steps, flags }: Rubric, section: CarriedEntry['section'], id: string): AnyQuestion | undefined {
  const all: Readonly<Record<CarriedEntry['section'], readonly AnyQuestion[]>> = {
    answers: features.flatMap(({ questions }) => questions),
    steps: steps.flatMap(({ questions }) => questions),
    flags,
  };
  return all[section].find((each) => each.id === id);
}

/**
 * What changed about a question, as far as it matters to the answer.
 * @param before undefined if it is not known: then only marks are a sign of a change
 */
function changesOf(before: AnyQuestion | undefined, now: AnyQuestion, value: unknown, version: string): string[] {
  const reasons = before && before.text !== now.text ? [phrase('versions', 'review-text', { version })] : [];
  if (!('levels' in now) || !hasLevel(value)) return reasons;
  const then = before && 'levels' in before ? before : undefined;
  if (then && !sameData(then.levels, now.levels)) reasons.push(phrase('versions', 'review-levels', { version }));
  if (now.marks && !then?.marks) {
    if (!hasMarks(value)) reasons.push(phrase('versions', 'review-marks', { version }));
  } else if (then && !sameData(marksOf(then), marksOf(now))) {
    reasons.push(phrase('versions', 'review-marks-changed', { version }));
  }
  return reasons;
}

/** What a reviewer ticks, and what that allows. The advice on a missing mark does not matter to an answer. */
function marksOf({ marks = [], need }: Question): unknown {
  return { marks: marks.map(({ id, text, from }) => ({ id, text, from })), need };
}

function hasLevel(value: unknown): boolean {
  const level: unknown = isMap(value) ? value.get('level') : isScalar(value) ? value.value : undefined;
  return typeof level === 'number';
}

function hasMarks(value: unknown): boolean {
  return isMap(value) && value.has('marks');
}
