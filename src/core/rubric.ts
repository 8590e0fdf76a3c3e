import { commonDenominator, divide, type Ratio, ratio, reduce, toNumber, zero } from './exact.ts';

/** How grave a red flag is: `severe` ones may cap the band. */
export type Severity = 'severe' | 'serious' | 'watch';

export interface When {
  readonly question: string;
  readonly atLeast: number;
}

/** A scored question with every default filled in; `id` is the full id, `feature.question`. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly help: string;
  /** What is seen in the text at each level, lowest first. */
  readonly levels: readonly string[];
  /** Points per level; the last is the maximum. */
  readonly values: readonly number[];
  readonly weight: number;
  readonly critical: boolean;
  readonly principles: readonly number[];
  readonly when?: When;
  readonly gap: string;
  readonly terms: readonly string[];
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
  /** Points off the overall score, 0..100. */
  readonly deduct: number;
}

export interface Band {
  readonly id: string;
  readonly from: number;
  readonly title: string;
  readonly summary?: string;
}

export type CapCondition = 'critical-at-zero' | 'severe-flag';

export interface Cap {
  readonly when: CapCondition;
  readonly band: string;
}

/** A whole rubric, resolved: what `compass rubric show --format json` prints. */
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
  readonly retired: readonly { readonly id: string; readonly reason: string }[];
  readonly principles: Readonly<Record<string, string>>;
  readonly sources: readonly { readonly title: string; readonly year?: number; readonly about?: string }[];
}

/** A question as the arithmetic sees it. */
export interface ScoredQuestion {
  readonly question: Question;
  readonly feature: Feature;
  readonly weight: Ratio;
  /** Value of each level, 0..1 (rule 1). */
  readonly values: readonly Ratio[];
  /** The same as the nearest doubles. */
  readonly shownValues: readonly number[];
  /** The weight in whole units, which all questions of the feature share. */
  readonly units: bigint;
  /** What each level counts: value times weight, in whole parts of a unit, `ScoredFeature.parts` of them. */
  readonly levelParts: readonly bigint[];
  /** What each level lacks of the top one, in parts. */
  readonly missingParts: readonly bigint[];
  /** Index in the rubric's order, over all features. */
  readonly order: number;
}

export interface ScoredFeature {
  readonly feature: Feature;
  readonly weight: Ratio;
  /** Parts of a unit: weights and values are whole numbers of units and parts, so that their sums are, and stay exact. */
  readonly parts: bigint;
  readonly questions: readonly ScoredQuestion[];
}

/** A band with the exact score at which it begins. */
export interface ScoredBand {
  readonly id: string;
  readonly from: Ratio;
}

/** A rubric made ready for scoring: found by id, with exact weights and values. */
export interface PreparedRubric {
  readonly rubric: Rubric;
  /** `sha256:` and the digest of the resolved rubric. */
  readonly digest: string;
  readonly features: readonly ScoredFeature[];
  /** Highest first. */
  readonly bands: readonly ScoredBand[];
  readonly questions: ReadonlyMap<string, ScoredQuestion>;
  readonly guidingQuestions: ReadonlyMap<string, GuidingQuestion>;
  readonly flags: ReadonlyMap<string, Flag>;
  /** Former full id to the id of today, of scored and guiding questions. */
  readonly formerIds: ReadonlyMap<string, string>;
  /** Questions ordered so that the one a `when` looks at always comes first. */
  readonly inOrderOfConditions: readonly ScoredQuestion[];
}

/**
 * Indexes a resolved rubric.
 * @throws Error when a `when` names no question or conditions go in a circle; `lintRubric` reports both with their place.
 */
export function prepareRubric(rubric: Rubric, digest: string): PreparedRubric {
  let order = 0;
  const features = rubric.features.map((feature): ScoredFeature => {
    const exact = feature.questions.map((question) => ({
      question,
      weight: ratio(question.weight),
      values: exactValues(question.values),
    }));
    const unit = commonDenominator(exact.map(({ weight }) => weight));
    const parts = commonDenominator(exact.flatMap(({ values }) => values));
    const questions = exact.map(({ question, weight, values }): ScoredQuestion => {
      const units = weight.num * (unit / weight.den);
      const levelParts = values.map(({ num, den }) => units * num * (parts / den));
      const missingParts = levelParts.map((got) => units * parts - got);
      return {
        question,
        feature,
        weight,
        values,
        shownValues: values.map(toNumber),
        units,
        levelParts,
        missingParts,
        order: order++,
      };
    });
    return { feature, weight: ratio(feature.weight), parts, questions };
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
    inOrderOfConditions: orderByConditions(all, questions),
  };
}

function formerIds({ features, steps }: Rubric): Map<string, string> {
  const all = [...features, ...steps].flatMap(({ questions }): readonly (Question | GuidingQuestion)[] => questions);
  return new Map(all.flatMap(({ id, was }) => was.map((old) => [old, id] as const)));
}

/** Rule 1: points over the maximum, which is the last level's. */
function exactValues(points: readonly number[]): Ratio[] {
  const top = ratio(points.at(-1) ?? 0);
  if (top.num <= 0n) return points.map(() => zero);
  return points.map((point) => reduce(divide(ratio(point), top)));
}

function orderByConditions(all: readonly ScoredQuestion[], byId: ReadonlyMap<string, ScoredQuestion>): ScoredQuestion[] {
  const done = new Set<ScoredQuestion>();
  const open = new Set<ScoredQuestion>();
  for (const start of all) {
    const chain: ScoredQuestion[] = [];
    let current: ScoredQuestion | undefined = start;
    while (current && !done.has(current)) {
      if (open.has(current)) throw new Error(`conditions go in a circle at ${current.question.id}`);
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
