import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../src/core/answers.ts';
import { casesNamed, namesNoCase } from '../../src/core/cases.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const help = 'Rate the duty. Not applicable only where no service meets children. Rate the rest.';
const prepared = rubricOf([feature('f', [question('f.a', { help }), question('f.b')])]);

describe('the cases in which a question does not apply', () => {
  it('are the sentences of its help that say so', () => {
    expect(casesNamed(prepared, 'f.a')).toEqual(['Not applicable only where no service meets children.']);
    expect([namesNoCase(prepared, 'f.a'), namesNoCase(prepared, 'f.b')]).toEqual([false, true]);
  });

  it('are read in the rubric’s own language, whatever it is shown in', () => {
    const shown = rubricOf([feature('f', [question('f.a', { help: '…' }), question('f.b', { help: '不适用' })])]);
    const translated = { ...shown, rubric: { ...shown.rubric, language: 'zh' }, source: prepared };
    expect([namesNoCase(translated, 'f.a'), namesNoCase(translated, 'f.b')]).toEqual([false, true]);
  });

  it('are not missed in a rubric that never names any, or in a language whose words are unknown', () => {
    const silent = rubricOf([feature('f', [question('f.a')])]);
    expect(namesNoCase(silent, 'f.a')).toBe(false);
    const german = rubricOf([feature('f', [question('f.a', { help })])], { more: { language: 'de' } });
    expect(casesNamed(german, 'f.a')).toBeUndefined();
    expect(namesNoCase(german, 'f.a')).toBe(false);
  });

  it('are missed in the result for each answer that was set aside without one, not for a whole feature', () => {
    const aside = { level: null, notApplicable: 'silence', evidence: [] };
    const answers = new Map([
      ['f.a', aside],
      ['f.b', aside],
    ]);
    const noCase = (more: object): unknown =>
      scoreAssessment(prepared, { ...emptyAssessment(), answers, ...more }, 'x').questions.map((each) => each.noCase);
    expect(noCase({})).toEqual([undefined, true]);
    expect(noCase({ features: new Map([['f', { notApplicable: 'out of scope' }]]) })).toEqual([undefined, undefined]);
  });
});
