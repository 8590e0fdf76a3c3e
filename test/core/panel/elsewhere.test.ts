import { describe, expect, it } from 'vitest';
import type { Answer, Elsewhere } from '../../../src/core/answers.ts';
import { settleElsewhere } from '../../../src/core/panel/elsewhere.ts';
import { assessmentOf } from '../../fixtures/small-rubric.ts';

const member = (label: string, elsewhere?: Elsewhere, more: Partial<Answer> = {}) => {
  const answer: Answer = { level: 1, notApplicable: null, evidence: [], ...(elsewhere && { elsewhere }), ...more };
  return { label, assessment: assessmentOf({ answers: { 'f.a': answer } }) };
};
const gdpr = { level: 2, law: 'GDPR', at: 'art. 5' };

describe('what a panel settles on about other law', () => {
  it('is what all who name other law agree on, with every law that they name', () => {
    const members = [member('A', gdpr), member('B'), member('C', { ...gdpr, law: 'Charter' })];
    const settled = { elsewhere: { level: 2, law: 'GDPR / Charter', at: 'art. 5' } };
    for (const rule of ['median', 'lowest', 'unanimous'] as const) expect(settleElsewhere('f.a', members, rule)).toEqual(settled);
  });

  it('is decided by the rule where the levels differ, or left open with all views', () => {
    const three = { level: 3, law: 'Charter' };
    const members = [member('A', gdpr), member('B', three)];
    expect(settleElsewhere('f.a', members, 'lowest')).toEqual({ elsewhere: gdpr });
    const open = [
      { reviewer: 'A', elsewhere: gdpr },
      { reviewer: 'B', elsewhere: three },
    ];
    expect(settleElsewhere('f.a', members, 'median')).toEqual({ open });
    expect(settleElsewhere('f.a', [...members, member('C', three)], 'median')).toEqual({ elsewhere: three });
  });

  it('is nothing where nobody names other law, or only who says that the question does not apply', () => {
    expect(settleElsewhere('f.a', [member('A'), member('B')], 'lowest')).toBeUndefined();
    const aside = member('A', gdpr, { level: null, notApplicable: 'no data' });
    expect(settleElsewhere('f.a', [aside, member('B')], 'lowest')).toBeUndefined();
  });
});
