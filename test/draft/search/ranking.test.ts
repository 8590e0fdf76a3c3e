import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/draft/search/entries.ts';
import type { Found } from '../../../src/draft/search/matcher.ts';
import { ranked } from '../../../src/draft/search/ranking.ts';
import type { Provision } from '../../../src/draft/structure/provision.ts';

const unit = (label: string): Provision => ({ label, kind: 'unit', text: '', place: {}, children: [] });
const [first, second] = [unit('art. 1'), unit('art. 2')];
/** Two paragraphs of each article. */
const entries = [first, first, second, second].map((each, id) => ({ id, unit: each }) as Entry);
/** The first article has one thing in each paragraph, the second one has only the first thing, but more of it. */
const everywhere = new Map([
  [0, 1],
  [2, 1.1],
  [3, 1.1],
]);
const found = (weight: number): Found[] => [
  { scores: everywhere, weight: 1 },
  { scores: new Map([[1, 1]]), weight },
];
const labels = (isTyped: boolean, weight = 1): string[] =>
  ranked(entries, found(weight), { isTyped, only: undefined }).map(({ best }) => best.unit.label);

describe('ranked', () => {
  it('prefers an article whose paragraphs together have more of what was typed', () => {
    expect(labels(true)).toEqual(['art. 1', 'art. 2']);
  });

  it('does less so for a word that questions are made of', () => {
    expect(labels(true, 0.1)).toEqual(['art. 2', 'art. 1']);
  });

  it('does not for the terms of a rubric, which are many words for one thing', () => {
    expect(labels(false)).toEqual(['art. 2', 'art. 1']);
  });
});
