import { describe, expect, it } from 'vitest';
import { surveyNames } from '../../src/survey/names.ts';
import { shortCode } from '../../src/survey/short-code.ts';
import { feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('value-chain', [question('value-chain.end-use', { was: ['value-chain.use'] })])], {
  flags: [flag('dual-use')],
});
const names = surveyNames(prepared);

describe('the names of a survey', () => {
  it.each([
    ['value_chain__end_use', { section: 'answers', id: 'value-chain.end-use', part: 'level' }],
    ['value_chain__end_use__quote_2', { section: 'answers', id: 'value-chain.end-use', part: 'quote', index: 2 }],
    ['flag__dual_use__why', { section: 'flags', id: 'dual-use', part: 'rationale' }],
    ['feature__value_chain__na', { section: 'features', id: 'value-chain', part: 'notApplicable' }],
    ['draft__title', { section: 'draft', id: 'title', part: 'value' }],
  ] as const)('%s stands for a field, and the field for it', (name, key) => {
    expect(names.fieldOf(name)).toEqual(key);
    expect(names.nameOf(key)).toBe(name);
  });

  it('stand for the same fields in capitals', () => {
    expect(names.fieldOf('VALUE_CHAIN__END_USE')).toEqual(names.fieldOf('value_chain__end_use'));
  });

  it('are known of former ids, and guessed of ids that only another version has', () => {
    expect(names.fieldOf('value_chain__use__why')).toEqual({ section: 'answers', id: 'value-chain.use', part: 'rationale' });
    expect(names.fieldOf('new_part__new_question__marks')).toEqual({
      section: 'answers',
      id: 'new-part.new-question',
      part: 'marks',
    });
    expect(names.fieldOf('step__new_step__question')).toEqual({ section: 'steps', id: 'new-step.question', part: 'status' });
  });

  it.each(['', '_id', '__version__', 'start', 'draft__titel', 'a__b__c', 'a__b__why__more'])('%j stands for none', (name) => {
    expect(names.fieldOf(name)).toBeUndefined();
  });
});

describe('the LimeSurvey code of a name', () => {
  it('has letters and digits only, and begins with a letter', () => {
    expect(shortCode('value_chain__end_use', 20)).toMatch(/^valuechainend[a-z0-9]{7}$/);
    expect(shortCode('1_a', 5)).toMatch(/^q[a-z0-9]{4}$/);
  });

  it('is the same each time, and another one for another name', () => {
    const codes = Array.from({ length: 2000 }, (_, at) => shortCode(`a_rather_long_name__number_${at}`, 20));
    expect(new Set(codes).size).toBe(2000);
    expect(codes[0]).toBe(shortCode('a_rather_long_name__number_0', 20));
  });
});
