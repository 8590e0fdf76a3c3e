import type { PreparedRubric } from './rubric.ts';

/** Whether a section of an answers file may have an entry with this id; of a former id, the current one is asked for. */
export function hasEntry(section: string, id: string, prepared: PreparedRubric): boolean {
  const { questions, guidingQuestions, flags, features } = prepared;
  if (section === 'answers') return questions.has(id);
  if (section === 'steps') return guidingQuestions.has(id);
  if (section === 'flags') return flags.has(id);
  return section !== 'features' || features.some(({ feature }) => feature.id === id);
}
