import { describe, expect, it } from 'vitest';
import { parseGates } from '../../src/cli/commands/score/parse-gates.ts';
import type { Config } from '../../src/config/read.ts';
import { CompassError } from '../../src/source/problem.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a')]), feature('g', [question('g.a')])]);
const config = { settings: { failOn: ['review'], minimums: { overall: 30, f: 40, g: 50 } } } as unknown as Config;

/** The gates as plain data. */
function gates(options: Parameters<typeof parseGates>[0], settings?: Config) {
  const { min, minFeature, failOn } = parseGates(options, settings, prepared);
  return { min, features: Object.fromEntries(minFeature), failOn: [...failOn] };
}

describe('gates that are given several times', () => {
  it.each<[string, Parameters<typeof parseGates>[0], Partial<ReturnType<typeof gates>>]>([
    ['--fail-on adds up', { failOn: ['flag', 'critical'] }, { failOn: ['critical', 'flag'] }],
    ['--fail-on adds up in either order', { failOn: ['critical', 'flag'] }, { failOn: ['critical', 'flag'] }],
    ['lists add up', { failOn: ['flag,review', 'unanswered'] }, { failOn: ['flag', 'unanswered', 'review'] }],
    ['the same name twice is one gate', { failOn: ['flag', 'flag'] }, { failOn: ['flag'] }],
    ['the greater minimum of a feature holds', { minFeature: ['f=60', 'f=20'] }, { features: { f: 60 } }],
    ['the greater minimum of a feature holds in either order', { minFeature: ['f=20', 'f=60'] }, { features: { f: 60 } }],
    ['minimums of two features both hold', { minFeature: ['f=20', 'g=0'] }, { features: { f: 20, g: 0 } }],
    ['the greater overall minimum holds', { min: ['70', '10'] }, { min: 70 }],
    ['the greater overall minimum holds in either order', { min: ['10', '70', '20'] }, { min: 70 }],
    ['a minimum of 0 is a gate', { min: ['0'] }, { min: 0 }],
  ])('%s', (_, options, expected) => {
    expect(gates(options)).toMatchObject(expected);
  });

  it('the command line overrides the configuration, and leaves what it does not name', () => {
    expect(gates({}, config)).toEqual({ min: 30, features: { f: 40, g: 50 }, failOn: ['review'] });
    expect(gates({ min: ['10'], minFeature: ['f=5', 'f=10'], failOn: ['flag'] }, config)).toEqual({
      min: 10,
      features: { f: 10, g: 50 },
      failOn: ['flag'],
    });
  });

  it.each<[Parameters<typeof parseGates>[0], number]>([
    [{ min: ['x', '10'] }, 1],
    [{ min: ['10', '101'] }, 1],
    [{ failOn: ['flags', 'critical'] }, 1],
    [{ minFeature: ['f=60', 'f=-1'] }, 1],
    [{ failOn: ['flags'], min: ['x', ''], minFeature: ['h=1'] }, 4],
  ])('%j: a faulty one is refused, whichever comes last', (options, count) => {
    expect(() => gates(options)).toThrow(CompassError);
    try {
      gates(options);
    } catch (error) {
      expect((error as CompassError).problems).toHaveLength(count);
    }
  });
});
