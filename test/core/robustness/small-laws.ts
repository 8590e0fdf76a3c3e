import type { Answer } from '../../../src/core/answers.ts';
import { type Robustness, type RobustnessMethod, standardMethod } from '../../../src/core/robustness/result.ts';
import { drawRobustness } from '../../../src/core/robustness/robustness.ts';
import type { PreparedRubric } from '../../../src/core/rubric.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { assessmentOf, feature, type Given, level, question, rubricOf } from '../../fixtures/small-rubric.ts';

const few = { ...standardMethod, draws: 2000 };

/** Draws the robustness of laws with these answers, by default with 2,000 draws. */
export function run(prepared: PreparedRubric, given: readonly Given[], method: Partial<RobustnessMethod> = {}) {
  const laws = given.map((each, index) => {
    const assessment = assessmentOf(each);
    return { assessment, result: scoreAssessment(prepared, assessment, `${index}.answers.yaml`) };
  });
  return drawRobustness(prepared, laws, { ...few, ...method });
}

/** The robustness of one law. */
export function one(prepared: PreparedRubric, given: Given, method: Partial<RobustnessMethod> = {}): Robustness {
  const robustness = run(prepared, [given], method).assessments[0];
  if (!robustness) throw new Error('no score');
  return robustness;
}

/** An answer of low confidence. */
export function unsure(value: number): Answer {
  return { ...level(value), confidence: 'low' };
}

export function probability({ bands }: Robustness, id: string | null): number {
  return bands.find((band) => band.id === id)?.probability ?? 0;
}

export const two = rubricOf([feature('f', [question('f.a')]), feature('g', [question('g.a')])]);
export const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
