import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integersFrom } from '../../bench/random.js';
import { readCitations } from '../../src/draft/citations/citation.ts';
import { root } from '../fixtures/bundled.ts';
import { fuzzTargets, outcomeOf } from './fuzz-targets.ts';
import { mutated } from './mutate.ts';

const targets = fuzzTargets(root);

/** Tries 60 inputs for each target, always the same ones. `node bench/fuzz.js` tries a million. */
describe.each(Object.entries(targets))('any input of the kind "%s"', (_, target) => {
  it('is accepted or refused with a problem', async () => {
    const next = integersFrom(20260302);
    const [first = new Uint8Array(), other = first] = target.seeds;
    for (const seed of target.seeds) await outcomeOf(target, seed);
    for (let count = 0; count < 60; count++) {
      const bytes = mutated(count % 2 === 0 ? first : other, first, next);
      expect(await outcomeOf(target, bytes)).toMatch(/^[a-z0-9-]+$/);
    }
  });
});

/** Values that a person or a program may have written to an answers file. */
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      -0,
      1e308,
      2 ** 53,
      Number.MIN_VALUE,
      '',
      '2',
      '__proto__',
      'art. 1',
      '\u202e',
      '\ud800',
      '- a: b\n',
    ),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        'level',
        'evidence',
        'notApplicable',
        'at',
        'quote',
        'note',
        'rationale',
        'confidence',
        'was',
        'dissent',
        'due',
        'review',
        '__proto__',
        'toString',
      ),
      fc.string({ maxLength: 8 }),
    ),
    tie('value'),
    { maxKeys: 5, noNullPrototype: true },
  ),
})).value;

const answersFile = fc.record(
  {
    format: fc.oneof(fc.constant('compass-answers/1'), value),
    rubric: fc.oneof(fc.constant({ id: 'starter', version: '0.1.0' }), value),
    draft: value,
    reviewer: value,
    answers: fc.oneof(fc.record({ 'oversight.authority': value, 'oversight.appeal': value }, { requiredKeys: [] }), value),
    features: value,
    steps: value,
    flags: value,
    panel: value,
  },
  { requiredKeys: ['format', 'rubric'] },
);

describe('an answers file with any values', () => {
  it('is accepted or refused with a problem', async () => {
    await fc.assert(
      fc.asyncProperty(answersFile, async (file) => {
        const text = JSON.stringify(file);
        expect(await outcomeOf(targets['answers'] as never, Buffer.from(text))).toMatch(/^[a-z0-9-]+$/);
      }),
      { seed: 20260302, numRuns: 800 },
    );
  });
});

describe('regressions found by fuzzing', () => {
  it.each([
    ['a citation with the name of a property of every object', 'citation', 'art.constructor ar(2)(b)', 'read'],
    ['a citation with several such names', 'citation', 'art. __proto__ annex toString', 'read'],
    [
      'an element with such a name',
      'akn',
      '<akomaNtoso><act><body><constructor><num>1</num></constructor><toString/><article><num>Article 1</num></article></body></act></akomaNtoso>',
      'read',
    ],
    [
      'an article whose number is such a name',
      'text',
      'Article constructor\n\nArticle toString\n\nChapter valueOf\n\nText.\n',
      'read',
    ],
    ['an alias within its own anchor', 'answers', 'format: &a [*a]\nrubric: x\n', 'alias-circle'],
    ['an anchor with a Unicode line separator', 'answers', `format: &a\u2028 x\n`, 'anchor-name'],
    ['an unknown alias', 'answers', 'format: *a\n', 'alias-unknown'],
    ['tens of thousands of syntax errors', 'answers', `format: "${'\\\n'.repeat(30_000)}"`, 'not-yaml'],
    ['a thousand unclosed lists', 'answers', `format: ${'['.repeat(1000)}`, 'too-deep'],
  ])('%s', async (_, name, text, code) => {
    expect(await outcomeOf(targets[name] as never, Buffer.from(text))).toBe(code);
  });

  it('the name of a property of every object is not a citation', () => {
    expect(readCitations('art. constructor')).toEqual(readCitations('art. nothing'));
  });

  it('a quote with long runs of spaces or ellipses is looked up in linear time', async () => {
    const { quoteFinder } = await import('../../src/draft/quotes/quotes.ts');
    const { parseDraft } = await import('../../src/draft/read.ts');
    const finder = quoteFinder(await parseDraft(Buffer.from(`Article 1\n\n${'a rule '.repeat(20_000)}`), 'a.txt'));
    for (const quote of [
      `a${' '.repeat(300_000)}b`,
      'a...'.repeat(100_000),
      'a [...] rule [...] a',
      `a rule [${' '.repeat(200_000)}`,
    ])
      expect(['exact', 'layout', 'near', 'missing']).toContain(finder.find(quote).status);
  });
});
