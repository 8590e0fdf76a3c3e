import { expect, it } from 'vitest';
import { ScoreDrivers } from '../../../src/core/robustness/score-drivers.ts';

it('what drives a score is the squared correlation with it; what stays the same drives nothing', () => {
  const drivers = new ScoreDrivers(3);
  for (const [first, second, third, score] of [
    [1, 6, 5, 2],
    [2, 2, 5, 4],
    [3, 4, 5, 7],
  ] as const)
    drivers.add(Float64Array.of(first, second, third), score);
  // First: deviations -1, 0, 1 and -7/3, -1/3, 8/3: 5 squared, over 2 times 38/3. Second: 2, -2, 0 with the same: -4 squared, over 8 times 38/3.
  expect(drivers.share(0)).toBeCloseTo(75 / 76, 12);
  expect(drivers.share(1)).toBeCloseTo(3 / 19, 12);
  expect(drivers.share(2)).toBe(0);
});

it('a score that never moves has no drivers', () => {
  const drivers = new ScoreDrivers(1);
  for (const input of [1, 2]) drivers.add(Float64Array.of(input), 3);
  expect(drivers.share(0)).toBe(0);
});
