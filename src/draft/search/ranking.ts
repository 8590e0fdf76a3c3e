import type { Provision } from '../structure/provision.ts';
import type { Entry } from './entries.ts';
import type { Found } from './matcher.ts';

/** Recitals and notes are not binding. */
const nonBinding: ReadonlySet<Provision['kind']> = new Set(['recital', 'preamble', 'note', 'memorandum']);
const recitalWeight = 0.35;
/** The weight of a unit's best paragraph, second best, and so on: several matches count more than one. */
const paragraphWeights = [1, 0.45, 0.3, 0.2];
/** A paragraph in which several things are found counts more: its score is multiplied by their number to this power. */
const coveragePower = 1;
/**
 * What only the other paragraphs of a unit have counts less. The terms of a rubric's question are many words for one thing: where they
 * are in different paragraphs, they tell nothing more.
 */
const unitCoveragePower = { typed: 0.5, rubric: 0 };

/** A unit that matches. */
export interface Ranked {
  /** Its best paragraph. */
  readonly best: Entry;
  readonly score: number;
}

/** A paragraph that matches. */
interface Match {
  readonly entry: Entry;
  readonly score: number;
  /** The concepts that it has. */
  readonly found: readonly Found[];
}

/**
 * Ranks units by the scores of their paragraphs, the best one first.
 * @param concepts the matches of each concept
 * @param options.isTyped whether a person typed what is searched for
 * @param options.only which units
 */
export function ranked(
  entries: readonly Entry[],
  concepts: readonly Found[],
  { isTyped, only }: { isTyped: boolean; only: ((unit: Provision) => boolean) | undefined },
): Ranked[] {
  const power = isTyped ? unitCoveragePower.typed : unitCoveragePower.rubric;
  const byUnit = new Map<Provision, Match[]>();
  for (const entry of entries) {
    if (only && !only(entry.unit)) continue;
    const found = concepts.filter(({ scores }) => (scores.get(entry.id) ?? 0) > 0);
    if (found.length === 0) continue;
    const match = { entry, score: scoreOf(entry, found), found };
    const list = byUnit.get(entry.unit);
    if (list) list.push(match);
    else byUnit.set(entry.unit, [match]);
  }
  // Units with equal scores are in document order.
  return [...byUnit.values()]
    .map((matches) => rankedUnit(matches, power))
    .sort((a, b) => b.score - a.score || a.best.id - b.best.id);
}

function rankedUnit(matches: readonly Match[], power: number): Ranked {
  const sorted = [...matches].sort((a, b) => b.score - a.score || a.entry.id - b.entry.id);
  const best = sorted[0] as Match;
  const sum = sorted.reduce((total, each, index) => total + each.score * (paragraphWeights[index] ?? 0), 0);
  const inUnit = [...new Set(matches.flatMap(({ found }) => found))];
  return { best: best.entry, score: sum * (coverageOf(inUnit) / coverageOf(best.found)) ** power };
}

function scoreOf({ id, unit }: Entry, found: readonly Found[]): number {
  const sum = found.reduce((total, { scores }) => total + (scores.get(id) ?? 0), 0);
  return sum * coverageOf(found) ** coveragePower * (nonBinding.has(unit.kind) ? recitalWeight : 1);
}

function coverageOf(found: readonly Found[]): number {
  return found.reduce((sum, { weight }) => sum + weight, 0);
}
