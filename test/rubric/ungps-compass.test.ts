import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/core/rubric.ts';
import { lintRubric } from '../../src/rubric/lint.ts';
import { readRubricFolder } from '../../src/rubric/load.ts';
import { bundledFolder, bundledRubric } from '../fixtures/bundled.ts';

async function questions(): Promise<readonly Question[]> {
  const { rubric } = await bundledRubric();
  return rubric.features.flatMap((feature) => feature.questions);
}

describe('the UNGPs Compass rubric', () => {
  it('has 66 questions in seven features of equal weight', async () => {
    const { rubric } = await bundledRubric();
    expect(rubric.features.map((feature) => [feature.id, feature.questions.length, feature.weight])).toEqual([
      ['broad-rights', 10, 1],
      ['hrdd-consistency', 9, 1],
      ['value-chain', 10, 1],
      ['accompanying-measures', 10, 1],
      ['process-orientation', 10, 1],
      ['stakeholder-engagement', 8, 1],
      ['access-to-remedy', 9, 1],
    ]);
  });

  it('gives every question help, four levels, principles, terms and a gap', async () => {
    for (const question of await questions()) {
      expect(question.levels, question.id).toHaveLength(4);
      expect(Math.min(question.help.length, question.gap.length), question.id).toBeGreaterThan(60);
      expect(question.principles.length, question.id).toBeGreaterThan(0);
      expect(question.terms.length, question.id).toBeGreaterThanOrEqual(5);
    }
  });

  it('gives every question marks with the words to add, a floor for level 2, and all marks for level 3', async () => {
    for (const { id, marks = [], need = {} } of await questions()) {
      expect(marks.length, id).toBeGreaterThanOrEqual(3);
      for (const mark of marks) expect(mark.gap, `${id} ${mark.id}`).not.toBe('');
      expect(need[2] ?? 0, id).toBeGreaterThanOrEqual(2);
      expect(need[3], id).toBe(marks.length);
    }
  });

  it('has seven critical questions', async () => {
    expect((await questions()).filter(({ critical }) => critical).map(({ id }) => id)).toEqual([
      'broad-rights.all-rights',
      'broad-rights.limitations',
      'hrdd-consistency.identify-assess',
      'accompanying-measures.authority',
      'process-orientation.conduct',
      'stakeholder-engagement.consulted',
      'access-to-remedy.judicial',
    ]);
  });

  it('caps the band for critical questions at 0, for a severe flag and for several serious ones', async () => {
    expect((await bundledRubric()).rubric.caps).toMatchObject([
      { when: 'critical-at-zero', band: 'partial' },
      { when: 'severe-flag', band: 'weak' },
      { when: 'serious-flags', atLeast: 2, band: 'partial' },
      { when: 'serious-flags', atLeast: 4, band: 'weak' },
    ]);
  });

  it('has fourteen conventions', async () => {
    expect((await bundledRubric()).rubric.conventions?.map(({ id }) => id)).toEqual([
      ...['text', 'force', 'definitions', 'standards', 'applied-law', 'main-duties', 'strongest-power', 'later-rules', 'silence'],
      ...['not-applicable', 'people', 'one-words-many', 'exceptions', 'doubt'],
    ]);
  });

  it('has 65 step questions in four steps', async () => {
    const { rubric } = await bundledRubric();
    expect(rubric.steps.map(({ id }) => id)).toEqual(['scoping', 'gap-analysis', 'process', 'design']);
    expect(rubric.steps.flatMap((step) => step.questions)).toHaveLength(65);
  });

  it('has 22 red flags, each with help that tells it from a lawful provision', async () => {
    const { rubric } = await bundledRubric();
    const severities = rubric.flags.map(({ severity }) => severity);
    expect(['severe', 'serious', 'watch'].map((one) => severities.filter((severity) => severity === one).length)).toEqual([
      9, 11, 2,
    ]);
    for (const { id, help, principles } of rubric.flags) {
      expect(help, id).toContain('Not this flag:');
      expect(principles.length, id).toBeGreaterThan(0);
    }
  });

  it('has no conditions: no answer can lower a score by making another question apply', async () => {
    expect((await questions()).filter(({ when }) => when)).toEqual([]);
  });

  it('has neither errors nor notes from lint', async () => {
    expect(lintRubric(await readRubricFolder(bundledFolder, 'x'))).toEqual({ errors: [], notes: [] });
  });
});

describe('the weight of a single question in the overall score', () => {
  /** Points of the overall score between level 0 and level 3 of each question, with some questions not applicable. */
  async function swings(notApplicable: readonly string[] = []): Promise<Map<string, number>> {
    const { rubric } = await bundledRubric();
    return new Map(
      rubric.features.flatMap((feature) => {
        const asked = feature.questions.filter(({ id }) => !notApplicable.includes(id));
        const sum = asked.reduce((total, { weight }) => total + weight, 0);
        return asked.map(({ id, weight }) => [id, (100 * weight) / sum / rubric.features.length] as const);
      }),
    );
  }

  it('is at most 3.5 points and at least 1 on a full sheet', async () => {
    const all = [...(await swings()).values()];
    expect(Math.max(...all)).toBeLessThan(3.5);
    expect(Math.min(...all)).toBeGreaterThan(1);
  });

  it('stays at most 3.5 points where the questions on technology do not apply and limitations is answered', async () => {
    const technology = ['children', 'privacy-and-data', 'automated-decisions'].map((id) => `broad-rights.${id}`);
    expect(Math.max(...(await swings(technology)).values())).toBeLessThan(3.5);
  });
});
