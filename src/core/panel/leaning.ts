import type { Leaning, LeaningWord } from './result.ts';
import { type QuestionViews, valueAt } from './views.ts';

/** A mean difference of this share of a question's points is worth a word. */
const noticeable = 0.05;

/**
 * Whether a reviewer is severe or lenient: the own level less the mean of the others', over the questions that this reviewer and at
 * least one other gave a level to. With two reviewers each is the other's mirror.
 * @param index the reviewer's place in the panel
 */
export function leaningOf(questions: readonly QuestionViews[], index: number): Leaning {
  const differences = questions.flatMap(({ scored, views }) => {
    const own = views[index]?.level ?? null;
    const others = views.flatMap(({ level }, place) => (place === index || level === null ? [] : [level]));
    if (own === null || others.length === 0) return [];
    const value = (level: number): number => valueAt(scored, level);
    return [{ level: own - meanOf(others), value: value(own) - meanOf(others.map(value)) }];
  });
  if (differences.length === 0) return { shared: 0, levels: null, value: null, word: null };
  const value = meanOf(differences.map((difference) => difference.value));
  return { shared: differences.length, levels: meanOf(differences.map(({ level }) => level)), value, word: wordFor(value) };
}

function wordFor(value: number): LeaningWord {
  if (value <= -noticeable) return 'severe';
  return value >= noticeable ? 'lenient' : 'in-line';
}

/** Sorted before they are added up, so that no order can show in the last digit. */
function meanOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b).reduce((sum, number) => sum + number, 0) / numbers.length;
}
