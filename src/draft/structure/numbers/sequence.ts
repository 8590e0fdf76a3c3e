import type { Block } from '../../block.ts';
import { compareSuffixes } from './latin.ts';
import { fold } from './markers.ts';

/** A paragraph that may be the heading of an article or section. */
export interface UnitCandidate {
  readonly block: Block;
  readonly number: string;
  /** Whether the format itself marks it as a heading. */
  readonly certain: boolean;
  /** Whether the number is on a line of its own, or a full stop, colon or dash separates it from the words after it. */
  readonly alone: boolean;
  /** Whether text follows rather than the next heading, as in a table of contents. */
  readonly followed: boolean;
  /** Whether the heading of a part or chapter stands above, so that the numbers may start again. */
  readonly beginsGroup?: boolean;
}

/** The score that a candidate of each kind adds to a sequence. */
const scores = { certain: 4, alone: 1.5, inline: 1, followed: 0.2 };
/** Subtracted where the numbers start again, and for each number that is skipped. */
const restartCost = 3;
/** The same below the heading of a part or chapter. */
const groupRestartCost = 0.5;
const gapCost = 0.05;
/** How many candidates back the predecessor of a candidate is searched for. */
const window = 60;

/**
 * Chooses the real headings among the candidates: the subsequence with the highest score, whose numbers rise with few gaps and
 * few restarts (dynamic programming). A sentence that happens to begin with "Article 14" does not fit in.
 */
export function inSequence(candidates: readonly UnitCandidate[]): Set<Block> {
  /** For each candidate, the best sequence that ends with it. */
  const best: { score: number; previous: number }[] = [];
  const numbers = candidates.map(({ number }) => parts(number));
  for (const [index, candidate] of candidates.entries()) {
    const { certain, alone, followed } = candidate;
    const own = (certain ? scores.certain : alone ? scores.alone : scores.inline) + (followed ? scores.followed : 0);
    let chosen = { score: own - startCost(numbers[index] ?? []), previous: -1 };
    for (let earlier = index - 1; earlier >= Math.max(0, index - window); earlier--) {
      const sequence = best[earlier];
      if (!sequence) continue;
      const score = sequence.score + own - stepCost(numbers[earlier] ?? [], numbers[index] ?? [], candidate.beginsGroup === true);
      if (score > chosen.score) chosen = { score, previous: earlier };
    }
    best.push(chosen);
  }
  const kept = new Set<Block>();
  let at = best.reduce((top, { score }, index) => (score > (best[top]?.score ?? 0) ? index : top), 0);
  while (at !== -1 && candidates[at]) {
    kept.add((candidates[at] as UnitCandidate).block);
    at = best[at]?.previous ?? -1;
  }
  // A heading that the format marks as such is always kept, whatever its number.
  for (const { block, certain } of candidates) if (certain) kept.add(block);
  return kept;
}

type Parts = readonly (number | string)[];

function startCost([first]: Parts): number {
  return Math.min(restartCost, gapCost * (Number(first) - 1 || 0));
}

function stepCost(a: Parts, b: Parts, beginsGroup: boolean): number {
  if (isOtherPartOfCode(a, b)) return gapCost;
  if (compareParts(a, b) >= 0) return (beginsGroup && b[0] === 1 ? groupRestartCost : restartCost) + startCost(b);
  const step = Number(b[0]) - Number(a[0]);
  // Titles of US laws number their sections from a new hundred: section 101 may follow section 5.
  if (step > 1 && Number(b[0]) % 100 === 1) return gapCost;
  return Number.isNaN(step) ? 0 : Math.min(restartCost, gapCost * Math.max(0, step - 1));
}

/** Whether one number is of the laws and the other of the decrees in a French code: `L. 123-4` and `R. 123-4` may stand in turns. */
function isOtherPartOfCode([a, afterA]: Parts, [b, afterB]: Parts): boolean {
  const isCode = typeof a === 'string' && typeof b === 'string' && typeof afterA === 'number' && typeof afterB === 'number';
  return isCode && a !== b;
}

/** `6-1-1A` as 6, 1, 1, a; Roman numerals, words and suffixes as one folded string. */
function parts(number: string): (number | string)[] {
  return (number.match(/\d+|\p{L}+/gu) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : fold(part)));
}

function compareParts(a: Parts, b: Parts): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left !== right) {
      if (typeof left === 'number' && typeof right === 'number') return left - right;
      return compareSuffixes(String(left), String(right));
    }
  }
  return 0;
}
