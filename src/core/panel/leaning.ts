import type { Leaning, LeaningWord } from './result.ts';
import { mean } from './share.ts';
import { type QuestionViews, valueAt } from './views.ts';

/** Reviewers whose mean difference in value is smaller are called "in line". */
const noticeable = 0.05;

/**
 * Whether a reviewer is severe or lenient: the mean difference between the reviewer's level and the mean of the others', over the
 * questions to which this reviewer and at least one other gave a level. With two reviewers, one's difference is minus the
 * other's.
 * @param index the reviewer's index in the panel
 */
export function leaningOf(questions: readonly QuestionViews[], index: number): Leaning {
  const differences = questions.flatMap(({ scored, views }) => {
    const own = views[index]?.level ?? null;
    const others = views.flatMap(({ level }, other) => (other === index || level === null ? [] : [level]));
    if (own === null || others.length === 0) return [];
    const value = (level: number): number => valueAt(scored, level);
    return [{ level: own - mean(others), value: value(own) - mean(others.map(value)) }];
  });
  if (differences.length === 0) return { shared: 0, levels: null, value: null, word: null };
  const value = mean(differences.map((difference) => difference.value));
  return { shared: differences.length, levels: mean(differences.map(({ level }) => level)), value, word: wordFor(value) };
}

function wordFor(value: number): LeaningWord {
  if (value <= -noticeable) return 'severe';
  return value >= noticeable ? 'lenient' : 'in-line';
}
