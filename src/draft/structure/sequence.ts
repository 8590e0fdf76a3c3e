import type { Block } from '../block.ts';

/** A paragraph that may be the heading of an article or section. */
export interface UnitCandidate {
  readonly block: Block;
  readonly number: string;
  /** Whether the format itself says that it is a heading. */
  readonly certain: boolean;
  /** Whether it stands by itself or is set off from what follows. */
  readonly alone: boolean;
  /** Whether a text follows, and not the next heading, as in a table of contents. */
  readonly followed: boolean;
}

/** What a heading is worth that fits into the row, one that only may be a heading, and what a break in the row costs. */
const worth = { certain: 4, alone: 1.5, inline: 1, followed: 0.2 };
const restart = 3;
const gap = 0.05;
/** Further back than this no heading is looked for that another one could follow. */
const window = 60;

/**
 * Of all paragraphs that may be headings of units, those whose numbers make the best row: rising, with few gaps, seldom
 * beginning anew. A sentence that happens to begin with "Article 14" falls out of it.
 */
export function inSequence(candidates: readonly UnitCandidate[]): Set<Block> {
  const best: { score: number; before: number }[] = [];
  const numbers = candidates.map(({ number }) => parts(number));
  for (const [index, candidate] of candidates.entries()) {
    const { certain, alone, followed } = candidate;
    const own = (certain ? worth.certain : alone ? worth.alone : worth.inline) + (followed ? worth.followed : 0);
    let chosen = { score: own - startCost(numbers[index] ?? []), before: -1 };
    for (let earlier = index - 1; earlier >= Math.max(0, index - window); earlier--) {
      const reached = best[earlier];
      if (!reached) continue;
      const score = reached.score + own - stepCost(numbers[earlier] ?? [], numbers[index] ?? []);
      if (score > chosen.score) chosen = { score, before: earlier };
    }
    best.push(chosen);
  }
  const kept = new Set<Block>();
  let at = best.reduce((top, { score }, index) => (score > (best[top]?.score ?? 0) ? index : top), 0);
  while (at !== -1 && candidates[at]) {
    kept.add((candidates[at] as UnitCandidate).block);
    at = best[at]?.before ?? -1;
  }
  // What the format marks as a heading is one, whatever its number.
  for (const { block, certain } of candidates) if (certain) kept.add(block);
  return kept;
}

type Parts = readonly (number | string)[];

function startCost([first]: Parts): number {
  return Math.min(restart, gap * (Number(first) - 1 || 0));
}

function stepCost(a: Parts, b: Parts): number {
  if (compareParts(a, b) >= 0) return restart + startCost(b);
  const step = Number(b[0]) - Number(a[0]);
  // American titles begin their sections anew at a hundred: section 101 follows section 5.
  if (step > 1 && Number(b[0]) % 100 === 1) return gap;
  return Number.isNaN(step) ? 0 : Math.min(restart, gap * Math.max(0, step - 1));
}

/** `6-1-1A` as 6, 1, 1, A; Roman numbers and words as they are. */
function parts(number: string): (number | string)[] {
  return (number.match(/\d+|[A-Za-z]+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part.toLowerCase()));
}

function compareParts(a: Parts, b: Parts): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left !== right) {
      if (typeof left === 'number' && typeof right === 'number') return left - right;
      return String(left) < String(right) ? -1 : 1;
    }
  }
  return 0;
}
