import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentResult } from '../../src/core/result.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { summarise } from '../../src/core/summary.ts';
import { cases } from '../fixtures/any-rubric.ts';
import { feature, type Given, level, question, rubricOf, score } from '../fixtures/small-rubric.ts';

const close = 1e-9;

/** Cases without conditions whose lowest levels are worth nothing. */
function plainCases() {
  return cases({ conditions: false, notApplicable: true }).map(([prepared, given]): [PreparedRubric, Given] => {
    const features = prepared.rubric.features.map((each) => ({
      ...each,
      questions: each.questions.map((one) => ({ ...one, values: [0, ...one.values.slice(1)] })),
    }));
    return [rubricOf(features), given];
  });
}

describe('for any rubric and answers', () => {
  it('low <= high, and the score is in 0..100', () => {
    fc.assert(
      fc.property(cases(), ([prepared, given]) => {
        for (const { score: mean, low, high } of [score(prepared, given), ...score(prepared, given).features]) {
          expect(low === null).toBe(high === null);
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high + close);
          if (mean !== null) expect(mean >= 0 && mean <= 100).toBe(true);
        }
      }),
    );
  });

  // A blank question can raise the low over the score: where its lowest level has points, or where it is a condition of others.
  it('low <= score <= high in every feature, and overall if every applicable feature has a score', () => {
    const isPlain = (prepared: PreparedRubric): boolean =>
      [...prepared.questions.values()].every(({ question: { values, when } }) => values[0] === 0 && !when);
    fc.assert(
      fc.property(fc.oneof(cases(), plainCases()), ([prepared, given]) => {
        const result = score(prepared, given);
        const comparable = result.features.every(({ score: mean, low }) => (mean === null) === (low === null));
        for (const { score: mean, low, high } of [...result.features, ...(comparable ? [result] : [])]) {
          if (mean === null || low === null || high === null) continue;
          if (isPlain(prepared)) expect(low).toBeLessThanOrEqual(mean + close);
          expect(mean).toBeLessThanOrEqual(high + close);
        }
      }),
    );
  });

  it('score, low and high are equal if every question is answered', () => {
    fc.assert(
      fc.property(cases({ conditions: false, notApplicable: false }), ([prepared, given]) => {
        const full = Object.fromEntries([...prepared.questions.keys()].map((id) => [id, given.answers?.[id] ?? level(0)]));
        const { score: mean, low, high } = score(prepared, { answers: full });
        expect(mean).toBe(low);
        expect(mean).toBe(high);
      }),
    );
  });

  it('raising a level lowers neither score nor band, if no condition depends on it', () => {
    fc.assert(
      fc.property(cases({ conditions: false, notApplicable: true }), fc.nat(), ([prepared, given], pick) => {
        const raisable = Object.entries(given.answers ?? {}).filter(
          ([id, answer]) =>
            typeof answer !== 'number' &&
            answer.level !== null &&
            answer.level < (prepared.questions.get(id)?.question.levels.length ?? 0) - 1,
        );
        const [id, before] = raisable[pick % Math.max(1, raisable.length)] ?? [];
        if (id === undefined || typeof before !== 'object' || before.level === null) return;
        const [then, now] = [
          score(prepared, given),
          score(prepared, { answers: { ...given.answers, [id]: level(before.level + 1) } }),
        ];
        for (const key of ['score', 'low', 'high'] as const)
          expect((now[key] ?? 0) + close).toBeGreaterThanOrEqual(then[key] ?? 0);
        const rank = (result: AssessmentResult): number => prepared.rubric.bands.findIndex((band) => band.id === result.band);
        expect(rank(now)).toBeLessThanOrEqual(rank(then));
      }),
    );
  });

  it('the points of the gaps add up to 100 minus the low', () => {
    fc.assert(
      fc.property(cases(), ([prepared, given]) => {
        const { gaps, low } = score(prepared, given);
        if (low === null) expect(gaps).toEqual([]);
        else expect(gaps.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(100 - low, 8);
      }),
    );
  });

  it('the order of the answers does not affect the result', () => {
    fc.assert(
      fc.property(cases(), ([prepared, given]) => {
        const reversed = Object.fromEntries(Object.entries(given.answers ?? {}).reverse());
        expect(score(prepared, { answers: reversed })).toEqual(score(prepared, given));
      }),
    );
  });

  it('an ignored answer does not affect any figure', () => {
    fc.assert(
      fc.property(cases(), ([prepared, given]) => {
        const result = score(prepared, given);
        const counted = Object.fromEntries(
          Object.entries(given.answers ?? {}).filter(([id]) => !result.ignored.some((each) => each.question === id)),
        );
        const { ignored: _, questions: __, ...without } = score(prepared, { answers: counted });
        const { ignored: ___, questions: ____, ...withThem } = result;
        expect(without).toEqual(withThem);
      }),
    );
  });

  it('no figure is NaN or infinite', () => {
    fc.assert(
      fc.property(cases(), ([prepared, given]) => {
        const walk = (value: unknown): boolean =>
          typeof value === 'number'
            ? Number.isFinite(value)
            : typeof value !== 'object' || value === null || Object.values(value).every(walk);
        expect(walk(score(prepared, given))).toBe(true);
      }),
    );
  });

  it('the order of the files does not affect the summary', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }), (levels) => {
        const prepared = rubricOf([feature('f', [question('f.a', { weight: 0.3 }), question('f.b', { weight: 0.7 })])]);
        const results = levels.map((each) => score(prepared, { answers: { 'f.a': each, 'f.b': 3 - each } }));
        expect(summarise([...results].reverse(), [])).toEqual(summarise(results, []));
      }),
    );
  });
});
