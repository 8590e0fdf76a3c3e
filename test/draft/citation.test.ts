import { describe, expect, it } from 'vitest';
import { type Citation, citationOfLabel, liesWithin, readCitations } from '../../src/draft/citation.ts';

function shown({ word, numbers, to }: Citation): string {
  return `${word} ${numbers.join('/')}${to ? `-${to}` : ''}`.trim();
}

describe('a place as lawyers write it', () => {
  it.each([
    ['art. 14(2)(b)', ['art. 14/2/b']],
    ['Article 14(2), point (b)', ['art. 14/2/b']],
    ['Art. 14 para. 2 lit. b', ['art. 14/2/b']],
    ['Article 5a', ['art. 5a']],
    ['art. 3(1)(g)(ii)', ['art. 3/1/g/ii']],
    ['section 12A(1)', ['sec. 12a/1']],
    ['s. 12A(1)', ['sec. 12a/1']],
    ['§ 3 Abs. 2 Nr. 1', ['§ 3/2/1']],
    ['§ 3 Abs. 2 Satz 1', ['§ 3/2']],
    ['art. 4º, § 2º', ['art. 4/2']],
    ['art. 4º, III, a', ['art. 4/iii/a']],
    ['Artículo 8, letra b)', ['art. 8/b']],
    ['article 6, I, 2°', ['art. 6/i/2']],
    ['recital 47', ['rec. 47']],
    ['annex III, point 5(b)', ['annex iii/5/b']],
    ['annex II, part A(b)', ['annex ii/a/b']],
    ['arts. 14 and 16', ['art. 14', 'art. 16']],
    ['art. 14(2), art. 15', ['art. 14/2', 'art. 15']],
    ['art. 14(2) and (3)', ['art. 14/2', 'art. 14/3']],
    ['arts 14-16', ['art. 14-16']],
    ['preamble', ['preamble']],
    ['throughout', []],
  ])('%s', (at, expected) => {
    expect(readCitations(at).map(shown)).toEqual(expected);
  });
});

describe('lying within', () => {
  const within = (label: string, at: string): boolean => {
    const inner = citationOfLabel(label);
    return inner !== undefined && readCitations(at).some((outer) => liesWithin(inner, outer));
  };

  it.each([
    ['art. 14(2)(b)', 'art. 14(2)', true],
    ['art. 14(2)(b)', 'Article 14', true],
    ['art. 14', 'art. 14(2)', false],
    ['art. 141', 'art. 14', false],
    ['art. 15(1)', 'arts. 14-16', true],
    ['art. 17', 'arts. 14-16', false],
    ['sec. 14', 'art. 14', false],
    ['annex II, part A(b)', 'annex II, part A', true],
    ['annex II, part A(b)', 'annex II', true],
    ['rec. 47', 'recital 47', true],
    ['art. 4(único)', 'art. 4º, parágrafo único', true],
  ])('%s in %s: %s', (label, at, expected) => {
    expect(within(label, at)).toBe(expected);
  });
});
