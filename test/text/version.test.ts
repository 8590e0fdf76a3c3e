import { expect, it } from 'vitest';
import { compareVersions } from '../../src/text/version.ts';

it.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.10', '1.2.9', 1],
  ['1.10.0', '1.9.9', 1],
  ['2.0.0', '1.9.9', 1],
  ['1.2.3', '1.2.4', -1],
  ['1.2.9', '1.3.0', -1],
  ['0.9.9', '1.0.0', -1],
  ['1', '1.0.0', 0],
])('version %s against %s: %i', (a, b, expected) => {
  expect(Math.sign(compareVersions(a, b))).toBe(expected);
});
