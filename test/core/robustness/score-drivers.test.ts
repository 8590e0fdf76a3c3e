import { expect, it } from 'vitest';
import { ScoreDrivers } from '../../../src/core/robustness/score-drivers.ts';

it('the share of an input is its squared correlation with the score, and 0 for a constant input', () => {
  const drivers = new ScoreDrivers(3);
  for (const [first, second, third, score] of [
    [1, 6, 5, 2],
    [2, 2, 5, 4],
    [3, 4, 5, 7],
  ] as const)
    drivers.add(Float64Array.of(first, second, third), score);
  // The deviations of the score from its mean are -7/3, -1/3, 8/3, with squares that add up to 38/3. First input: deviations -1,
  // 0, 1, so 5^2 / (2 x 38/3). Second input: deviations 2, -2, 0, so (-4)^2 / (8 x 38/3).
  expect(drivers.share(0)).toBeCloseTo(75 / 76, 12);
  expect(drivers.share(1)).toBeCloseTo(3 / 19, 12);
  expect(drivers.share(2)).toBe(0);
});

it('a constant score has no drivers', () => {
  const drivers = new ScoreDrivers(1);
  for (const input of [1, 2]) drivers.add(Float64Array.of(input), 3);
  expect(drivers.share(0)).toBe(0);
});
