import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answers.ts';
import { assessmentWriter } from '../../../src/report/data/assessment-json.ts';
import { indentedIn, oneLine } from '../../../src/report/data/json-layout.ts';
import { quoted, toJson } from '../../../src/report/escape/json.ts';
import { answersFor, rubrics } from '../../fixtures/any-rubric.ts';
import { rich, robustInputOf } from '../../fixtures/rich-run.ts';
import { score } from '../../fixtures/small-rubric.ts';

/** Letters that JSON escapes, that act on a terminal, that are half of one, and ordinary ones. */
const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\u0000', '\u007f', '\u009b', '\u2028', '\u202e', '\ud800', '😀', 'é'),
    fc.string({ maxLength: 2 }),
  ),
  maxLength: 8,
});

/** Each layout of a stream, with the text that it should give. */
const layouts = [
  { name: 'on one line', layout: oneLine, expected: (value: unknown) => toJson(value) },
  { name: 'indented', layout: indentedIn(0), expected: (value: unknown) => toJson(value, 2) },
  { name: 'indented in a document', layout: indentedIn(2), expected: (value: unknown) => toJson([[value]], 2).slice(10, -6) },
];

describe.each(layouts)('an assessment is written $name as toJson writes it', ({ layout, expected }) => {
  it('with everything that a result can hold', () => {
    const { result } = robustInputOf([rich]);
    const write = assessmentWriter(layout);
    for (const assessment of result.assessments) {
      expect(write(assessment)).toBe(expected(assessment));
      // What was kept from the first time is the same the second time.
      expect(write(assessment)).toBe(expected(assessment));
    }
  });

  it('for any rubric, answers and words, one after the other', () => {
    const evidence = fc.record(
      { at: words, quote: words, note: words, was: fc.jsonValue({ maxDepth: 1 }) },
      { requiredKeys: [] },
    );
    const more = fc.record(
      {
        rationale: words,
        evidence: fc.array(evidence, { maxLength: 2 }),
        confidence: fc.constantFrom('low' as const, 'high' as const),
        review: words,
        dissent: fc.constant([{ reviewer: 'B', level: 1 }]),
        owner: words,
        due: words,
      },
      { requiredKeys: ['evidence'] },
    );
    const cases = rubrics({ conditions: true }).chain((prepared) =>
      fc.tuple(fc.constant(prepared), fc.array(fc.tuple(answersFor(prepared, true), more), { minLength: 1, maxLength: 3 })),
    );
    fc.assert(
      fc.property(cases, ([prepared, all]) => {
        const write = assessmentWriter(layout);
        for (const [answers, extra] of all) {
          const filled = Object.fromEntries(
            Object.entries(answers).map(([id, answer]) => [id, { ...answer, ...extra } as Answer]),
          );
          const result = score(prepared, { answers: filled });
          expect(write(result)).toBe(expected(result));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a string', () => {
  it('is quoted as toJson quotes it', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(quoted(text)).toBe(toJson(text));
      }),
      { numRuns: 500 },
    );
  });
});
