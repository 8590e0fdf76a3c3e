import { describe, expect, it } from 'vitest';
import { describeClash } from '../../src/interview/clash.ts';

describe('two answers to one question are told apart in words', () => {
  it.each([
    ['levels', { level: 1 }, { level: 2 }, ['level 1', 'level 2']],
    [
      'what other law in force gives',
      { elsewhere: { level: 3, law: 'Data Act', at: 'art. 5' } },
      { elsewhere: { level: 1, law: 'Penal Code' } },
      ['with other law in force 3: Data Act, art. 5', 'with other law in force 1: Penal Code'],
    ],
    [
      'notes on the evidence',
      { evidence: [{ at: 'art. 1', quote: 'q', note: 'weak' }] },
      { evidence: [{ at: 'art. 1', quote: 'q' }] },
      ['art. 1: "q" (weak)', 'art. 1: "q"'],
    ],
    [
      'documents',
      { evidence: [{ document: 'Annex', at: 'art. 1' }] },
      { evidence: [{ at: 'art. 1' }] },
      ['Annex: art. 1', 'art. 1'],
    ],
    ['an answer and none', { level: 1 }, undefined, ['level 1', 'nothing']],
  ])('%s', (_, theirs, mine, [there, here]) => {
    expect(describeClash({ theirs, mine: mine ?? {} })).toEqual({ theirs: there, mine: here });
  });

  it('as data where their words would be the same', () => {
    const [theirs, mine] = [{ dissent: [{ reviewer: 'A' }] }, { dissent: [{ reviewer: 'B' }] }];
    expect(describeClash({ theirs, mine })).toEqual({
      theirs: 'dissent: [{"reviewer":"A"}]',
      mine: 'dissent: [{"reviewer":"B"}]',
    });
  });
});
