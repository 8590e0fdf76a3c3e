import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { baselineGates, matchBaseline, withBaseline } from '../../src/core/baseline.ts';
import type { AssessmentResult } from '../../src/core/result.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { feature, flag, notApplicable, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf(
  [feature('f', [question('f.a', { critical: true }), question('f.b')]), feature('g', [question('g.a')])],
  { flags: [flag('grave', { severity: 'severe' }), flag('lesser', { severity: 'serious' })] },
);

function resultOf(levels: Readonly<Record<string, number | 'n/a'>>, flags: readonly string[] = []): AssessmentResult {
  const answers = new Map<string, Answer>(
    Object.entries(levels).map(([id, level]) => [
      id,
      level === 'n/a' ? notApplicable('reason') : { level, notApplicable: null, evidence: [] },
    ]),
  );
  const assessment: Assessment = {
    ...emptyAssessment(),
    answers,
    flags: new Map(flags.map((id) => [id, { present: true, evidence: [] }])),
  };
  return scoreAssessment(prepared, assessment, 'a.answers.yaml');
}

const before = resultOf({ 'f.a': 2, 'f.b': 1, 'g.a': 3 });
const failing = (now: AssessmentResult, tolerance = 0) =>
  baselineGates(now, before, tolerance)
    .filter(({ holds }) => !holds)
    .map(({ gate, feature: id, because }) => [gate, id ?? because.join()].join(' ').trim());

describe('the baseline gate', () => {
  it('holds if nothing changed or the result improved', () => {
    expect(baselineGates(before, before, 0)).toEqual([{ gate: 'baseline', holds: true, because: [] }]);
    expect(failing(resultOf({ 'f.a': 3, 'f.b': 1, 'g.a': 3 }))).toEqual([]);
  });

  it('fails if the low of a feature or the overall low fell', () => {
    // f: (2/3 + 1/3) / 2 = 50 becomes (2/3 + 0) / 2 = 33.3; overall 75 becomes 66.7.
    expect(failing(resultOf({ 'f.a': 2, 'f.b': 0, 'g.a': 3 }))).toEqual(['baseline', 'baseline f']);
  });

  it('fails if the low of a feature fell although the overall low rose', () => {
    const now = resultOf({ 'f.a': 3, 'f.b': 3, 'g.a': 2 });
    expect(now.low ?? 0).toBeGreaterThan(before.low ?? 0);
    expect(failing(now)).toEqual(['baseline g']);
  });

  it('allows a low to fall by no more than the tolerance', () => {
    const now = resultOf({ 'f.a': 2, 'f.b': 0, 'g.a': 3 });
    const fell = 50 - 100 / 3;
    expect(failing(now, fell + 0.001)).toEqual([]);
    expect(failing(now, fell - 0.001)).toEqual(['baseline f']);
    expect(failing(now, 8)).toEqual(['baseline', 'baseline f']);
  });

  it('fails if a critical question fell to level 0 or is now unanswered, whatever the tolerance', () => {
    expect(failing(resultOf({ 'f.a': 0, 'f.b': 1, 'g.a': 3 }), 100)).toEqual(['baseline-critical f.a']);
    expect(failing(resultOf({ 'f.b': 1, 'g.a': 3 }), 100)).toEqual(['baseline-critical f.a']);
  });

  it('fails if a severe flag is new, but not for a flag of lower severity', () => {
    const levels = { 'f.a': 2, 'f.b': 1, 'g.a': 3 };
    expect(failing(resultOf(levels, ['grave', 'lesser']))).toEqual(['baseline-flag grave']);
    expect(failing(resultOf(levels, ['lesser']))).toEqual([]);
  });

  it('fails if an answer became not applicable, even if that raised the score', () => {
    const now = resultOf({ 'f.a': 2, 'f.b': 'n/a', 'g.a': 3 });
    expect(now.low ?? 0).toBeGreaterThan(before.low ?? 0);
    expect(failing(now)).toEqual(['baseline-not-applicable f.b']);
  });

  it('fails if and only if something got worse, for any answers', () => {
    const level = fc.integer({ min: 0, max: 3 });
    const levels = fc.record({ 'f.a': level, 'f.b': level, 'g.a': level });
    fc.assert(
      fc.property(levels, levels, (first, second) => {
        const [was, is] = [resultOf(first), resultOf(second)];
        const fell = is.features.some(({ low }, index) => (low ?? 0) < (was.features[index]?.low ?? 0));
        const holds = baselineGates(is, was, 0).every((gate) => gate.holds);
        expect(holds).toBe(!fell && !((is.low ?? 0) < (was.low ?? 0)) && !(second['f.a'] === 0 && first['f.a'] > 0));
      }),
    );
  });
});

describe('a draft is compared with the assessment in the baseline that has', () => {
  /** `path: Title` or only `path`. */
  const entry = (text: string) => {
    const [source = '', title] = text.split(': ');
    return { ...before, source, draft: title === undefined ? {} : { title } };
  };
  const match = (now: readonly string[], stored: readonly string[]) => {
    const results = now.map(entry);
    const { counterpartOf, report } = matchBaseline(
      results.map(({ source }) => source),
      stored.map(entry),
      (source) => source.replace(/^\.\//, ''),
    );
    const pairs = results.flatMap((result) => {
      const found = counterpartOf(result);
      return found ? [`${result.source} <- ${found.source}`] : [];
    });
    return { pairs, ...report() };
  };

  it.each<[string, string[], string[], string[], string[], string[]]>([
    ['the same path', ['./x/a: A'], ['x/a: A', 'y/a: A'], ['./x/a <- x/a'], ['y/a'], []],
    ['the same path, though the title changed', ['a: New'], ['a: Old', 'b: New'], ['a <- a'], ['b'], []],
    ['the same title, if no path fits', ['b: A'], ['a: A'], ['b <- a'], [], []],
    ['the same title without its outer spaces', ['b: A '], ['a:  A'], ['b <- a'], [], []],
    ['no match if the title differs, even if both have a single draft', ['b: B'], ['a: A'], [], ['a'], ['b']],
    ['no match if neither has a title, whatever their names', ['x/a'], ['y/a'], [], ['y/a'], ['x/a']],
    ['each stored one once', ['b: A', 'c: A'], ['a: A'], ['b <- a'], [], ['c']],
    ['a path of the run before a title', ['b: A', 'a: A'], ['a: A'], ['a <- a'], [], ['b']],
    ['nothing where the run is empty', [], ['a: A'], [], ['a'], []],
  ])('%s', (_, now, stored, pairs, missing, added) => {
    expect(match(now, stored)).toMatchObject({ pairs, missing, new: added });
  });

  it('the better of two entries with its path', () => {
    const stored = [40, null, 60, 50].map((low) => ({ ...entry('a: A'), low }));
    const { counterpartOf } = matchBaseline(['a'], stored, (source) => source);
    expect(counterpartOf(entry('a: A'))?.low).toBe(60);
  });

  it('a draft that was matched by its title is reported as renamed', () => {
    expect(match(['b: A'], ['a: A']).renamed).toEqual([{ from: 'a', to: 'b' }]);
  });

  it('a faulty file of the run is not missing, and another draft with its title does not take its place', () => {
    const { counterpartOf, report } = matchBaseline(['a', 'b'], [entry('a: A')], (source) => source);
    expect(counterpartOf(entry('b: A'))).toBeUndefined();
    expect(report()).toMatchObject({ missing: [], new: ['b'] });
  });

  it('each missing draft counts as a failed gate of the run', () => {
    const summary = { assessed: 1, failed: 0, gatesFailed: 2, mean: null, median: null, min: null, max: null };
    const report = { missing: ['a', 'b'], new: [], renamed: [] };
    expect(withBaseline({ summary }, report).summary.gatesFailed).toBe(4);
    expect(withBaseline({ summary }, undefined)).toEqual({ summary });
  });
});
