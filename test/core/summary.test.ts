import { describe, expect, it } from 'vitest';
import type { AssessmentResult } from '../../src/core/result.ts';
import { summarise } from '../../src/core/summary.ts';

const scored = (score: number | null, ...holds: boolean[]) =>
  ({ score, gates: holds.map((each) => ({ gate: 'min', holds: each, because: [] })) }) as unknown as AssessmentResult;
const figuresOf = (...scores: (number | null)[]) => {
  const { mean, median, min, max } = summarise(
    scores.map((score) => scored(score)),
    [],
  );
  return { mean, median, min, max };
};

describe('the summary of a run', () => {
  it('counts scored files, failed files, and gates that do not hold', () => {
    expect(summarise([scored(1, true, false), scored(2, false)], [{ source: 'x', errors: [] }])).toMatchObject({
      assessed: 2,
      failed: 1,
      gatesFailed: 2,
    });
  });

  it.each([
    ['one score', [50], { mean: 50, median: 50, min: 50, max: 50 }],
    ['an odd number of scores, in any order', [90, 10, 20], { mean: 40, median: 20, min: 10, max: 90 }],
    [
      'an even number of scores: the median is the mean of the two in the middle',
      [100, 0, 10, 30],
      { mean: 35, median: 20, min: 0, max: 100 },
    ],
    ['drafts without a score are left out', [null, 0, null], { mean: 0, median: 0, min: 0, max: 0 }],
    ['no scores', [null], { mean: null, median: null, min: null, max: null }],
  ])('%s', (_, scores, expected) => {
    expect(figuresOf(...scores)).toEqual(expected);
  });

  it('does not depend on the order of the files, to the last digit', () => {
    const scores = [0.1, 0.2, 0.3, 98.7, 55.5, 1 / 3];
    expect(figuresOf(...scores)).toEqual(figuresOf(...[...scores].reverse()));
  });
});
