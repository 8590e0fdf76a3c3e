import { commonDenominator, divide, type Ratio, ratio, reduce, toNumber, zero } from './exact.ts';

/** How serious a red flag is. A `severe` flag can cap the band. */
export type Severity = 'severe' | 'serious' | 'watch';

/** The condition under which a question is asked: another question is answered with at least this level. */
export interface When {
  readonly question: string;
  readonly atLeast: number;
}

/** A concrete element of a full provision. It is seen in the draft's text or not. */
export interface Mark {
  /** Unique within its question. */
  readonly id: string;
  readonly text: string;
  /** What to write into the draft where the mark is missing. */
  readonly gap: string;
  /** From this level on, the mark must be ticked. */
  readonly from?: number;
}

/** A scored question with all defaults filled in; `id` is the full id, `feature.question`. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly help: string;
  /** What the draft says at each level, lowest first. */
  readonly levels: readonly string[];
  /** Points for each level; the last is the maximum. */
  readonly values: readonly number[];
  readonly weight: number;
  readonly critical: boolean;
  readonly principles: readonly number[];
  readonly when?: When;
  /** Set if the question lists marks. */
  readonly marks?: readonly Mark[];
  /** Set with `marks`: level to the least number of marks that it needs. Levels that are not named need none. */
  readonly need?: Readonly<Record<string, number>>;
  readonly gap: string;
  readonly terms: readonly string[];
  /** Former full ids. */
  readonly was: readonly string[];
}

export interface Feature {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly principles: readonly number[];
  readonly weight: number;
  readonly questions: readonly Question[];
}

export interface GuidingQuestion {
  readonly id: string;
  readonly text: string;
  readonly help: string;
  readonly principles: readonly number[];
  readonly was: readonly string[];
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly questions: readonly GuidingQuestion[];
}

export interface Flag {
  readonly id: string;
  readonly text: string;
  readonly help: string;
  readonly severity: Severity;
  readonly principles: readonly number[];
  readonly terms: readonly string[];
  /** Points deducted from the overall score, 0..100. */
  readonly deduct: number;
}

export interface Band {
  readonly id: string;
  readonly from: number;
  readonly title: string;
  readonly summary?: string;
}

export type CapCondition = 'critical-at-zero' | 'severe-flag' | 'serious-flags';

export interface Cap {
  readonly when: CapCondition;
  /** How many questions or flags trigger the cap; 1 if absent. */
  readonly atLeast?: number;
  readonly band: string;
}

/** A short rule that holds for every question. */
export interface Convention {
  readonly id: string;
  readonly text: string;
}

/** A complete rubric with all defaults filled in, as `compass rubric show --format json` prints it. */
export interface Rubric {
  readonly format: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly language: string;
  readonly notice: string;
  readonly levels: readonly string[];
  readonly bands: readonly Band[];
  readonly features: readonly Feature[];
  readonly steps: readonly Step[];
  readonly flags: readonly Flag[];
  readonly caps: readonly Cap[];
  /** Set if the rubric has any. */
  readonly conventions?: readonly Convention[];
  readonly retired: readonly { readonly id: string; readonly reason: string }[];
  readonly principles: Readonly<Record<string, string>>;
  readonly sources: readonly { readonly title: string; readonly year?: number; readonly about?: string }[];
  /** Set by `localised`. */
  readonly translated?: Translated;
}

/** How much of a rubric is in another language than its own. */
export interface Translated {
  /** The rubric's own language. */
  readonly from: string;
  /** The texts that are still in it: `features/value-chain.yaml: value-chain.end-use.help`. */
  readonly untranslated: readonly string[];
}

/** A question prepared for exact arithmetic. */
export interface ScoredQuestion {
  readonly question: Question;
  readonly feature: Feature;
  readonly weight: Ratio;
  /** Value of each level, 0..1 (scoring rule 1). */
  readonly values: readonly Ratio[];
  /** `values` as the nearest doubles. */
  readonly shownValues: readonly number[];
  /** Weight × the common denominator of the weights of the feature's questions. */
  readonly units: bigint;
  /** For each level, `units` × value × `ScoredFeature.parts`: an integer. */
  readonly levelParts: readonly bigint[];
  /** Position in the rubric's order, over all features. */
  readonly order: number;
}

export interface ScoredFeature {
  readonly feature: Feature;
  readonly weight: Ratio;
  /** The common denominator of the values of the feature's questions, so that sums of `levelParts` are integers. */
  readonly parts: bigint;
  readonly questions: readonly ScoredQuestion[];
}

/** A band with the exact score at which it begins. */
export interface ScoredBand {
  readonly id: string;
  readonly from: Ratio;
}

/** A rubric prepared for scoring: indexed by id, with exact weights and values. */
export interface PreparedRubric {
  readonly rubric: Rubric;
  /** The rubric in its own language; undefined if `rubric` is in it. */
  readonly source?: PreparedRubric;
  /** `sha256:` followed by the digest of the resolved rubric. */
  readonly digest: string;
  readonly features: readonly ScoredFeature[];
  /** Highest first. */
  readonly bands: readonly ScoredBand[];
  readonly questions: ReadonlyMap<string, ScoredQuestion>;
  readonly guidingQuestions: ReadonlyMap<string, GuidingQuestion>;
  readonly flags: ReadonlyMap<string, Flag>;
  /** Former full id to current id, of scored and guiding questions. */
  readonly formerIds: ReadonlyMap<string, string>;
  /** In topological order: each question comes after the one that its `when` refers to. */
  readonly questionsInTopologicalOrder: readonly ScoredQuestion[];
  /** The questions whose `when` refers to a question, by its full id. Empty if the rubric has no conditions. */
  readonly dependants: ReadonlyMap<string, readonly ScoredQuestion[]>;
}

/**
 * Prepares a resolved rubric for scoring.
 * @throws Error if a `when` refers to an unknown question, or if conditions form a cycle; `lintRubric` reports both with their
 * position
 */
export function prepareRubric(rubric: Rubric, digest: string): PreparedRubric {
  let order = 0;
  const features = rubric.features.map((feature) => {
    const scored = scoredFeature(feature, order);
    order += feature.questions.length;
    return scored;
  });
  const all = features.flatMap((feature) => feature.questions);
  const questions = new Map(all.map((scored) => [scored.question.id, scored]));
  return {
    rubric,
    digest,
    features,
    bands: rubric.bands.map(({ id, from }) => ({ id, from: ratio(from) })),
    questions,
    guidingQuestions: new Map(rubric.steps.flatMap((step) => step.questions.map((question) => [question.id, question]))),
    flags: new Map(rubric.flags.map((flag) => [flag.id, flag])),
    formerIds: formerIds(rubric),
    questionsInTopologicalOrder: inTopologicalOrder(all, questions),
    dependants: dependantsOf(all),
  };
}

function dependantsOf(all: readonly ScoredQuestion[]): Map<string, ScoredQuestion[]> {
  const dependants = new Map<string, ScoredQuestion[]>();
  for (const scored of all) {
    const parent = scored.question.when?.question;
    if (parent !== undefined) dependants.set(parent, [...(dependants.get(parent) ?? []), scored]);
  }
  return dependants;
}

/** @param firstOrder the position of the feature's first question in the rubric */
function scoredFeature(feature: Feature, firstOrder: number): ScoredFeature {
  const exact = feature.questions.map((question) => ({
    question,
    weight: ratio(question.weight),
    values: exactValues(question.values),
  }));
  const unitsPerOne = commonDenominator(exact.map(({ weight }) => weight));
  const parts = commonDenominator(exact.flatMap(({ values }) => values));
  const questions = exact.map(({ question, weight, values }, index): ScoredQuestion => {
    const units = weight.num * (unitsPerOne / weight.den);
    const levelParts = values.map(({ num, den }) => units * num * (parts / den));
    return {
      question,
      feature,
      weight,
      values,
      shownValues: values.map(toNumber),
      units,
      levelParts,
      order: firstOrder + index,
    };
  });
  return { feature, weight: ratio(feature.weight), parts, questions };
}

function formerIds({ features, steps }: Rubric): Map<string, string> {
  const all = [...features, ...steps].flatMap(({ questions }): readonly (Question | GuidingQuestion)[] => questions);
  return new Map(all.flatMap(({ id, was }) => was.map((old) => [old, id] as const)));
}

/** Scoring rule 1: points divided by the points of the last level. */
function exactValues(points: readonly number[]): Ratio[] {
  const top = ratio(points.at(-1) ?? 0);
  if (top.num <= 0n) return points.map(() => zero);
  return points.map((point) => reduce(divide(ratio(point), top)));
}

function inTopologicalOrder(all: readonly ScoredQuestion[], byId: ReadonlyMap<string, ScoredQuestion>): ScoredQuestion[] {
  const done = new Set<ScoredQuestion>();
  const open = new Set<ScoredQuestion>();
  for (const start of all) {
    const chain: ScoredQuestion[] = [];
    let current: ScoredQuestion | undefined = start;
    while (current && !done.has(current)) {
      if (open.has(current)) throw new Error(`conditions form a cycle at ${current.question.id}`);
      open.add(current);
      chain.push(current);
      const parent: string | undefined = current.question.when?.question;
      if (parent === undefined) break;
      current = byId.get(parent);
      if (!current) throw new Error(`no question ${parent}`);
    }
    for (const scored of chain.reverse()) {
      open.delete(scored);
      done.add(scored);
    }
  }
  return [...done];
}
