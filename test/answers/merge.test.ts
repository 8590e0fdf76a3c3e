import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEntry } from '../../src/answers/merge.ts';
import type { Answer } from '../../src/core/answers.ts';

const evidence = fc.constantFrom([], [{ at: 'art. 1' }], [{ at: 'art. 2', quote: 'shall' }]);
const answer: fc.Arbitrary<Answer> = fc
  .record({
    level: fc.constantFrom(null, 0, 1),
    rationale: fc.constantFrom(undefined, 'one', 'two'),
    confidence: fc.constantFrom(undefined, 'low' as const, 'high' as const),
    evidence,
  })
  .map(({ level, rationale, confidence, evidence: pieces }) => ({
    level,
    notApplicable: null,
    evidence: pieces,
    ...(rationale && { rationale }),
    ...(confidence && { confidence }),
  }));
const entry = fc.option(answer, { nil: undefined });

const fieldOf = (value: Answer | undefined, key: 'level' | 'rationale' | 'confidence' | 'evidence'): unknown => {
  const found = value?.[key] ?? null;
  return Array.isArray(found) && found.length === 0 ? null : found;
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('merging two versions of one answer', () => {
  it('keeps every change that only one side made, and reports a conflict if both changed the same field', () => {
    fc.assert(
      fc.property(entry, entry, answer, (base, theirs, mine) => {
        const merged = mergeEntry<'answers'>(base, theirs, mine);
        const keys = ['level', 'rationale', 'confidence', 'evidence'] as const;
        const changed = (value: Answer | undefined) => keys.filter((key) => !same(fieldOf(value, key), fieldOf(base, key)));
        if (merged === undefined) {
          // They differ in some field, and they did change something.
          expect(keys.some((key) => !same(fieldOf(theirs, key), fieldOf(mine, key)))).toBe(true);
          expect(changed(theirs).length).toBeGreaterThan(0);
          return;
        }
        for (const key of keys) {
          if (changed(mine).includes(key)) expect(fieldOf(merged.value, key)).toEqual(fieldOf(mine, key));
          if (changed(theirs).includes(key)) expect(fieldOf(merged.value, key)).toEqual(fieldOf(theirs, key));
        }
      }),
    );
  });

  it('gives an answer of a form that can be saved', () => {
    fc.assert(
      fc.property(entry, entry, answer, (base, theirs, mine) => {
        const merged = mergeEntry<'answers'>(base, theirs, mine);
        if (merged === undefined) return;
        expect(Array.isArray(merged.value.evidence)).toBe(true);
        expect(merged.value.level).not.toBe(undefined);
        expect(merged.value.notApplicable).toBe(null);
      }),
    );
  });

  it('never decides between two levels, or between a level and the reasons for another', () => {
    const of = (level: number, rationale?: string): Answer => ({
      level,
      notApplicable: null,
      evidence: [],
      ...(rationale && { rationale }),
    });
    expect(mergeEntry<'answers'>(undefined, of(1), of(2))).toBe(undefined);
    expect(mergeEntry<'answers'>(of(1), of(1, 'weak'), of(2))).toBe(undefined);
    expect(mergeEntry<'answers'>(of(1, 'weak'), undefined, of(1, 'very weak'))).toBe(undefined);
    expect(mergeEntry<'answers'>(of(1), of(2, 'better'), of(2))?.value).toEqual(of(2, 'better'));
  });

  it('deletes a field that one side deleted', () => {
    const base: Answer = { level: 1, notApplicable: null, evidence: [{ at: 'art. 1' }], rationale: 'weak' };
    const theirs: Answer = { level: 1, notApplicable: null, evidence: [] };
    expect(mergeEntry<'answers'>(base, theirs, { ...base, confidence: 'high' })?.value).toEqual({
      ...theirs,
      confidence: 'high',
    });
  });

  it('takes an empty list of marks for a decision, and no notice of the order of marks', () => {
    const level = { level: 1, notApplicable: null, evidence: [] };
    const mine = { ...level, rationale: 'why' };
    expect(mergeEntry<'answers'>(level, { ...level, marks: [] }, mine)).toBeUndefined();
    expect(mergeEntry<'answers'>(level, level, { ...mine, marks: [] })).toEqual({ value: { ...mine, marks: [] } });
    const theirs = { ...level, marks: ['b', 'a'], confidence: 'low' } as const;
    const ticked = { ...mine, marks: ['a', 'b'] };
    expect(mergeEntry<'answers'>(level, theirs, ticked)).toEqual({ value: { ...ticked, confidence: 'low' } });
  });
});
