import type { Question, Rubric } from '../core/rubric.ts';

/** The questions of a rubric, by id. */
export function questionsOf(rubric: Rubric): Map<string, Question> {
  return new Map(rubric.features.flatMap((feature) => feature.questions.map((question) => [question.id, question])));
}
