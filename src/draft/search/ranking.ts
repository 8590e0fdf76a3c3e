import type { Provision } from '../structure/provision.ts';
import type { Entry } from './entries.ts';
import type { Scores } from './matcher.ts';

/** Recitals and notes are not binding. */
const nonBinding: ReadonlySet<Provision['kind']> = new Set(['recital', 'preamble', 'note', 'memorandum']);
const recitalWeight = 0.35;
/** The weight of a unit's best paragraph, second best, and so on: several matches count more than one. */
const paragraphWeights = [1, 0.45, 0.3, 0.2];
/** A paragraph in which several things are found counts more: its score is multiplied by their number to this power. */
const coveragePower = 1;

/** A unit that matches. */
export interface Ranked {
  /** Its best paragraph. */
  readonly best: Entry;
  readonly score: number;
}

/**
 * Ranks units by the scores of their paragraphs, the best one first.
 * @param scores for each thing that is searched for
 * @param only which units
 */
export function ranked(entries: readonly Entry[], scores: readonly Scores[], only?: (unit: Provision) => boolean): Ranked[] {
  const byUnit = new Map<Provision, { entry: Entry; score: number }[]>();
  for (const entry of entries) {
    if (only && !only(entry.unit)) continue;
    const score = scoreOf(entry, scores);
    if (score === 0) continue;
    const list = byUnit.get(entry.unit);
    if (list) list.push({ entry, score });
    else byUnit.set(entry.unit, [{ entry, score }]);
  }
  const units = [...byUnit.values()].map((list) => {
    const sorted = list.sort((a, b) => b.score - a.score || a.entry.id - b.entry.id);
    const score = sorted.reduce((sum, each, index) => sum + each.score * (paragraphWeights[index] ?? 0), 0);
    return { best: (sorted[0] as (typeof sorted)[number]).entry, score };
  });
  // Units with equal scores are in document order.
  return units.sort((a, b) => b.score - a.score || a.best.id - b.best.id);
}

function scoreOf({ id, unit }: Entry, scores: readonly Scores[]): number {
  let sum = 0;
  let found = 0;
  for (const each of scores) {
    const score = each.get(id) ?? 0;
    if (score > 0) found += 1;
    sum += score;
  }
  return sum * found ** coveragePower * (nonBinding.has(unit.kind) ? recitalWeight : 1);
}
