import { applies, type QuestionState } from './applicability.ts';
import { add, compare, divide, multiply, type Ratio, reduce, zero } from './exact.ts';
import type { PreparedRubric, ScoredFeature, ScoredQuestion } from './rubric.ts';

type States = ReadonlyMap<string, QuestionState>;

/** What the questions of one feature add up to when the blanks are filled in one way. */
export interface Filling {
  /** The sum of what the counted questions get, in parts (see `ScoredQuestion.levelParts`). */
  readonly got: bigint;
  /** The sum of their weights, in units. */
  readonly units: bigint;
  /**
   * What each counted question gets, by id. Undefined if no condition is open: then every question that applies counts, and a blank
   * one gets its least or its greatest value.
   */
  readonly counted?: ReadonlyMap<string, bigint>;
}

/** The worst and the best way of filling the blanks of one feature. */
export interface FeatureBounds {
  readonly low: Filling;
  readonly high: Filling;
  /** Whether some answers to the blanks leave the feature without an applicable question, so that it drops out of the mean. */
  readonly mayDropOut: boolean;
}

/**
 * The questions that may come to apply or not, because a question further up their chain of conditions is blank.
 * @returns their full ids
 */
function openQuestions({ questionsInTopologicalOrder, dependants }: PreparedRubric, states: States): ReadonlySet<string> {
  const open = new Set<string>();
  if (dependants.size === 0) return open;
  for (const { question } of questionsInTopologicalOrder) {
    const parent = question.when?.question;
    if (parent !== undefined && (states.get(parent)?.kind === 'unanswered' || open.has(parent))) open.add(question.id);
  }
  return open;
}

/**
 * Scoring rule 3: bounds on every way of filling the blanks. Each bound is reached by one of them.
 * @returns null if no question of the feature can count
 */
function featureBounds(
  prepared: PreparedRubric,
  scored: ScoredFeature,
  states: States,
  open: ReadonlySet<string>,
): FeatureBounds | null {
  const sums = plainBounds(scored, states);
  if (sums.low.units === 0n) return null;
  if (!scored.questions.some(({ question }) => open.has(question.id))) return { ...sums, mayDropOut: false };
  const search = new FillingSearch(prepared, scored, states);
  return {
    low: search.extreme(1n) ?? sums.low,
    high: search.extreme(-1n) ?? sums.high,
    mayDropOut: search.best((_, units) => units).units === 0n,
  };
}

/** The bounds if every question that may apply does. */
function plainBounds({ questions }: ScoredFeature, states: States): { low: Filling; high: Filling } {
  let [low, high, units] = [0n, 0n, 0n];
  for (const scored of questions) {
    const state = states.get(scored.question.id);
    if (!state || !applies(state)) continue;
    units += scored.units;
    const least = state.kind === 'scored' ? state.level : 0;
    const greatest = state.kind === 'scored' ? state.level : scored.levelParts.length - 1;
    low += scored.levelParts[least] ?? 0n;
    high += scored.levelParts[greatest] ?? 0n;
  }
  return { low: { got: low, units }, high: { got: high, units } };
}

/** The best way to answer a question and those below it. */
interface Branch {
  readonly cost: bigint;
  readonly got: bigint;
  readonly units: bigint;
  /** The level taken; undefined if the question does not apply. */
  readonly level?: number;
}

const nothing: Branch = { cost: 0n, got: 0n, units: 0n };

/** Searches all ways of filling the blanks of a rubric for the one that is best for one feature, by dynamic programming. */
class FillingSearch {
  readonly #prepared: PreparedRubric;
  readonly #scored: ScoredFeature;
  readonly #states: States;
  /** In topological order. No other question changes what the feature gets. */
  readonly #questions: readonly ScoredQuestion[];

  constructor(prepared: PreparedRubric, scored: ScoredFeature, states: States) {
    this.#prepared = prepared;
    this.#scored = scored;
    this.#states = states;
    this.#questions = withParents(prepared, scored);
  }

  /**
   * The filling with the least (`sign` 1) or greatest (`sign` -1) mean, by Dinkelbach's method: a filling has a better mean than
   * another if `got x units of the other - got of the other x units` is below zero. Takes the best one until none is better.
   * @returns undefined if no filling makes a question of the feature count
   */
  extreme(sign: 1n | -1n): Filling | undefined {
    // Any filling will do to begin with, but it must be one that answers can bring about.
    let best = this.best((_, units) => -units);
    if (best.units === 0n) return undefined;
    for (;;) {
      const { got, units } = best;
      const next = this.best((itsGot, itsUnits) => sign * (itsGot * units - got * itsUnits));
      const isBetter = sign * (next.got * units - got * next.units) < 0n;
      // One that is as good may count more questions.
      if (!isBetter) return next.units > 0n ? next : best;
      best = next;
    }
  }

  /** The filling with the least cost; among equals the one in which most questions apply. */
  best(costOf: (got: bigint, units: bigint) => bigint): Required<Filling> {
    const branches = new Map<string, Branch>();
    for (const question of this.#questions.toReversed())
      branches.set(question.question.id, this.#branch(question, branches, costOf));
    const counted = new Map<string, bigint>();
    let [got, units] = [0n, 0n];
    const taken = new Map<string, number>();
    for (const each of this.#questions) {
      const { id, when } = each.question;
      const level = branches.get(id)?.level;
      if (level === undefined || (when && (taken.get(when.question) ?? -1) < when.atLeast)) continue;
      taken.set(id, level);
      if (each.feature !== this.#scored.feature) continue;
      counted.set(id, each.levelParts[level] ?? 0n);
      got += each.levelParts[level] ?? 0n;
      units += each.units;
    }
    return { got, units, counted };
  }

  #branch(each: ScoredQuestion, below: ReadonlyMap<string, Branch>, costOf: (got: bigint, units: bigint) => bigint): Branch {
    const { question, feature, units, levelParts } = each;
    const state = this.#states.get(question.id);
    if (!state || !applies(state)) return nothing;
    const isOwn = feature === this.#scored.feature;
    const levels = state.kind === 'scored' ? [state.level] : levelParts.map((_, level) => level);
    let best: Branch | undefined;
    for (const level of levels) {
      let sum: Branch = isOwn ? ownBranch(levelParts[level] ?? 0n, units, costOf) : nothing;
      for (const dependant of this.#prepared.dependants.get(question.id) ?? [])
        if (level >= (dependant.question.when?.atLeast ?? 0)) sum = plus(sum, below.get(dependant.question.id) ?? nothing);
      if (!best || sum.cost < best.cost || (sum.cost === best.cost && sum.units > best.units)) best = { ...sum, level };
    }
    return best ?? nothing;
  }
}

/** The questions of a feature and all questions that their conditions depend on, in topological order. */
function withParents({ questionsInTopologicalOrder }: PreparedRubric, { feature }: ScoredFeature): ScoredQuestion[] {
  const parents = new Set<string>();
  const found: ScoredQuestion[] = [];
  for (const scored of questionsInTopologicalOrder.toReversed()) {
    const { id, when } = scored.question;
    if (scored.feature !== feature && !parents.has(id)) continue;
    found.push(scored);
    if (when) parents.add(when.question);
  }
  return found.reverse();
}

function ownBranch(got: bigint, units: bigint, costOf: (got: bigint, units: bigint) => bigint): Branch {
  return { cost: costOf(got, units), got, units };
}

function plus(a: Branch, b: Branch): Branch {
  return { cost: a.cost + b.cost, got: a.got + b.got, units: a.units + b.units };
}

/** One feature's part in a bound of the overall score. */
interface Term {
  readonly id: string;
  readonly weight: Ratio;
  readonly mean: Ratio;
  readonly mayDropOut: boolean;
}

/** A bound of the overall score, 0..1 and before deductions, with the features that count in it. */
export interface OverallBound {
  readonly mean: Ratio | null;
  readonly counted: ReadonlySet<string>;
}

/**
 * Scoring rule 4: the weighted mean of the features' bounds. A feature that may drop out does so where that makes the low lower
 * (`sign` 1) or the high higher (`sign` -1).
 */
function overallBound(terms: readonly Term[], sign: 1 | -1): OverallBound {
  const weighing = terms.filter(({ weight }) => weight.num > 0n);
  const kept = weighing.filter(({ mayDropOut }) => !mayDropOut);
  const others = weighing.filter(({ mayDropOut }) => mayDropOut).sort((a, b) => sign * compare(a.mean, b.mean));
  let mean = meanOf(kept);
  for (const term of others) {
    if (mean && sign * compare(term.mean, mean) > 0) break;
    kept.push(term);
    mean = meanOf(kept);
  }
  return { mean, counted: new Set(kept.map(({ id }) => id)) };
}

function meanOf(terms: readonly Term[]): Ratio | null {
  let [sum, weights] = [zero, zero];
  for (const { weight, mean } of terms) {
    sum = add(sum, multiply(weight, mean));
    weights = add(weights, weight);
  }
  return weights.num === 0n ? null : divide(sum, weights);
}

/** A filling as a mean, 0..1. */
export function meanOfFilling({ got, units }: Filling, { parts }: ScoredFeature): Ratio {
  return reduce({ num: got, den: parts * units });
}

/** The bounds of an assessment. */
export interface Bounds {
  /** In the order of the rubric; null for a feature of which no question can count. */
  readonly features: readonly (FeatureBounds | null)[];
  readonly low: OverallBound;
  readonly high: OverallBound;
}

/** Scoring rules 3 and 4: the low and the high of an assessment, before deductions. */
export function boundsOf(prepared: PreparedRubric, states: States): Bounds {
  const open = openQuestions(prepared, states);
  const features = prepared.features.map((scored) => featureBounds(prepared, scored, states, open));
  const terms = (end: 'low' | 'high'): Term[] =>
    prepared.features.flatMap((scored, index) => {
      const bounds = features[index];
      if (!bounds) return [];
      const { mayDropOut } = bounds;
      return [{ id: scored.feature.id, weight: scored.weight, mean: meanOfFilling(bounds[end], scored), mayDropOut }];
    });
  return { features, low: overallBound(terms('low'), 1), high: overallBound(terms('high'), -1) };
}

/** What a question gets in the low, in parts; undefined if it does not count there. */
export function partsInLow(
  { question, levelParts }: ScoredQuestion,
  state: QuestionState,
  { counted }: Filling,
): bigint | undefined {
  if (!applies(state)) return undefined;
  if (counted) return counted.get(question.id);
  return levelParts[state.kind === 'scored' ? state.level : 0] ?? 0n;
}
