import { describe, expect, it } from 'vitest';
import { lintRubric } from '../../src/rubric/lint.ts';
import { readRubricFolder } from '../../src/rubric/load.ts';
import { bundledFolder, bundledRubric } from '../fixtures/bundled.ts';

describe('the UNGPs Compass rubric', () => {
  it('has seven features with seven to nine questions, at least 54 in all', async () => {
    const { rubric } = await bundledRubric();
    expect(rubric.features).toHaveLength(7);
    for (const { questions } of rubric.features) expect(questions.length >= 7 && questions.length <= 9).toBe(true);
    expect(rubric.features.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(54);
  });

  it('gives every question help, four levels, principles, terms and a gap', async () => {
    const { rubric } = await bundledRubric();
    for (const question of rubric.features.flatMap(({ questions }) => questions)) {
      expect(question.levels, question.id).toHaveLength(4);
      expect(Math.min(question.help.length, question.gap.length), question.id).toBeGreaterThan(60);
      expect(question.principles.length, question.id).toBeGreaterThan(0);
      expect(question.terms.length, question.id).toBeGreaterThanOrEqual(5);
    }
  });

  it('marks one or two questions of each feature as critical', async () => {
    const { rubric } = await bundledRubric();
    for (const { id, questions } of rubric.features) {
      const critical = questions.filter((question) => question.critical).length;
      expect(critical === 1 || critical === 2, id).toBe(true);
    }
  });

  it('has four steps and at least 14 red flags, each with help and principles', async () => {
    const { rubric } = await bundledRubric();
    expect(rubric.steps.map(({ id }) => id)).toEqual(['scoping', 'gap-analysis', 'process', 'design']);
    expect(rubric.flags.length).toBeGreaterThanOrEqual(14);
    for (const { help, principles } of rubric.flags) expect(help !== '' && principles.length > 0).toBe(true);
  });

  it('has no conditions: no answer can lower a score by making another question apply', async () => {
    const { rubric } = await bundledRubric();
    expect(rubric.features.flatMap(({ questions }) => questions).filter(({ when }) => when)).toEqual([]);
  });

  // Version 2 splits the questions of 1.x that ask two things.
  it('has neither errors nor notes from lint, but for questions that may be two', async () => {
    const { errors, notes } = lintRubric(await readRubricFolder(bundledFolder, 'x'));
    expect([...errors, ...notes].filter(({ code }) => code !== 'two-questions')).toEqual([]);
  });
});
