import type { Answer } from '../../../src/core/answers.ts';
import { comparePanel } from '../../../src/core/panel/panel.ts';
import { assessmentOf, feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';

export const prepared = rubricOf(
  [
    feature('f', [
      question('f.a', { critical: true }),
      question('f.b', { weight: 2 }),
      question('f.c', { levels: ['no', 'some', 'all'], values: [0, 1, 10] }),
      question('f.d', { when: { question: 'f.a', atLeast: 1 } }),
    ]),
    feature('g', [question('g.a'), question('g.b')]),
  ],
  { flags: [flag('bad', { severity: 'severe' })] },
);

export type Answers = Readonly<Record<string, number | Answer>>;

/** Compares reviewers who gave these answers. */
export const panelOf = (...answers: readonly Answers[]) =>
  comparePanel(
    prepared,
    answers.map((each, index) => ({ label: `R${index}`, assessment: assessmentOf({ answers: each }) })),
  );
