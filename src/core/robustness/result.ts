/** How weights are drawn around the rubric's. */
export const weightRules = ['uniform', 'dirichlet'] as const;
export type WeightRule = (typeof weightRules)[number];

/** How the draws were made: with the same files it gives the same figures again. */
export interface RobustnessMethod {
  /** How weights were drawn around the rubric's. */
  readonly weights: WeightRule;
  /** How far, 0..100 percent. */
  readonly spread: number;
  readonly draws: number;
  readonly seed: number;
}

/** What is drawn unless something else is asked for. */
export const standardMethod: RobustnessMethod = { weights: 'uniform', spread: 25, draws: 10_000, seed: 1 };

/** How sure a score is. Scores are 0..100, probabilities and shares 0..1. */
export interface Robustness {
  readonly method: RobustnessMethod;
  /** Questions with an answer of low confidence: each draw takes them one level lower or higher. */
  readonly unsure: readonly string[];
  readonly median: number;
  /** The 5th and the 95th percentile of the drawn scores. */
  readonly interval90: readonly [from: number, to: number];
  /** The rubric's bands, highest first; last the id null, where some draws end in no band. */
  readonly bands: readonly BandProbability[];
  readonly geometric: GeometricScore;
  /** Single answers that would change the band if they were one level off, under the rubric's weights. */
  readonly pivots: readonly Pivot[];
  /** What the spread of the score comes from, the most first; less than a hundredth is left out. */
  readonly drivers: readonly Driver[];
  /** The gaps by what closing each alone would do: most often a better band, then most points. */
  readonly mends: readonly Mend[];
}

export interface BandProbability {
  readonly id: string | null;
  /** With the caps, and without them. */
  readonly probability: number;
  readonly uncapped: number;
}

/** The overall score as the geometric mean of the features, and what it is under the same draws. */
export interface GeometricScore {
  readonly score: number;
  readonly interval90: readonly [from: number, to: number];
  readonly band: string | null;
  readonly uncappedBand: string | null;
}

export interface Pivot {
  readonly question: string;
  /** The level that was answered, and the one beside it. */
  readonly level: number;
  readonly to: number;
  readonly score: number;
  readonly band: string | null;
  readonly uncappedBand: string | null;
}

export interface Driver {
  readonly kind: 'feature-weight' | 'question-weight' | 'answer';
  /** The feature or question. */
  readonly id: string;
  /** Squared correlation with the drawn score: the share of its variance that goes with this alone. */
  readonly share: number;
}

export interface Mend {
  readonly question: string;
  /** What the score gains on average over the draws when the question is at its top level. */
  readonly gain: number;
  /** How probable a better band than the draft's becomes, caps applied. */
  readonly better: number;
}

/** How sure the order of several laws is. */
export interface RunRobustness {
  readonly method: RobustnessMethod;
  /** Laws that have a score, in the order of the assessments; empty where there are fewer than two. */
  readonly ranks: readonly RankResult[];
}

export interface RankResult {
  readonly source: string;
  /** By the score, from 1; equal scores share the better rank. */
  readonly rank: number;
  /** Of each rank, from the first on. Laws that tie in a draw share its ranks evenly. */
  readonly probabilities: readonly number[];
}
