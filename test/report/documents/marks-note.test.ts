import { describe, expect, it } from 'vitest';
import { type Answer, emptyAssessment } from '../../../src/core/answers.ts';
import { scoreAssessment } from '../../../src/core/score.ts';
import { featureSections } from '../../../src/report/documents/gap-report/answers.ts';
import { feature, question, rubricOf } from '../../fixtures/small-rubric.ts';

const marks = ['one', 'two'].map((id) => ({ id, text: id, gap: '' }));
const prepared = rubricOf([feature('f', [question('f.a', { marks, need: { 2: 1, 3: 2 } })])]);

function saidOf(answer: Partial<Answer>): string {
  const answers = new Map([['f.a', { level: null, notApplicable: null, evidence: [], ...answer }]]);
  const assessment = { ...emptyAssessment(), answers };
  return JSON.stringify(featureSections(scoreAssessment(prepared, assessment, 'x'), assessment, prepared.rubric));
}

describe('an answer and its marks in the report', () => {
  const allow = 'The ticked marks would allow level 2.';
  const bare = 'The marks were left open and there is no evidence';

  it('at the lowest level, though marks are ticked, is said to contradict them', () => {
    expect(saidOf({ level: 0, marks: ['one'] })).toContain(allow);
    expect(saidOf({ level: 0, marks: [] })).not.toContain('would allow');
    expect(saidOf({ level: 2, marks: ['one'] })).not.toContain('would allow');
  });

  it('at the highest level, with nothing ticked and no evidence, is said to show nothing', () => {
    expect(saidOf({ level: 3 })).toContain(bare);
    expect(saidOf({ level: 3, marks: ['one', 'two'] })).not.toContain(bare);
    expect(saidOf({ level: 3, evidence: [{ at: 'art. 1' }] })).not.toContain(bare);
    expect(saidOf({ level: 2 })).not.toContain(bare);
  });
});
