/** The distributions from which weights can be drawn. */
export const weightRules = ['uniform', 'dirichlet'] as const;
export type WeightRule = (typeof weightRules)[number];

/** The settings of the simulation. The same files with the same settings give the same result. */
export interface RobustnessMethod {
  /** The distribution from which weights are drawn. */
  readonly weights: WeightRule;
  /** How far weights vary around the rubric's, in percent, 0..100. */
  readonly spread: number;
  readonly draws: number;
  readonly seed: number;
}

/** The default settings. */
export const standardMethod: RobustnessMethod = { weights: 'uniform', spread: 25, draws: 10_000, seed: 1 };

/** How certain a score is. Scores are 0..100, probabilities and shares 0..1. */
export interface Robustness {
  readonly method: RobustnessMethod;
  /** Questions whose answer has low confidence: each draw takes them one level lower or higher. */
  readonly unsure: readonly string[];
  readonly median: number;
  /** The 5th and the 95th percentile of the drawn scores. */
  readonly interval90: readonly [from: number, to: number];
  /** The rubric's bands, highest first; last an entry with the id null, if some draws end in no band. */
  readonly bands: readonly BandProbability[];
  readonly geometric: GeometricScore;
  /** Answers that would change the band if they were one level lower or higher, under the rubric's weights. */
  readonly pivots: readonly Pivot[];
  /** The causes of the score's spread, largest first; shares below 0.01 are left out. */
  readonly drivers: readonly Driver[];
  /** The effect of closing each gap alone, sorted by the probability of a better band, then by points gained. */
  readonly mends: readonly Mend[];
}

export interface BandProbability {
  readonly id: string | null;
  /** After the caps. */
  readonly probability: number;
  /** Before the caps. */
  readonly uncapped: number;
}

/** The overall score as the geometric mean of the features, and its range over the same draws. */
export interface GeometricScore {
  readonly score: number;
  readonly interval90: readonly [from: number, to: number];
  readonly band: string | null;
  readonly uncappedBand: string | null;
}

export interface Pivot {
  readonly question: string;
  /** The level that was answered, and the next lower or higher one. */
  readonly level: number;
  readonly to: number;
  readonly score: number;
  readonly band: string | null;
  readonly uncappedBand: string | null;
}

export interface Driver {
  readonly kind: 'feature-weight' | 'question-weight' | 'answer';
  /** Id of the feature or question. */
  readonly id: string;
  /** Squared correlation with the drawn score: the share of its variance that this input alone explains. */
  readonly share: number;
}

export interface Mend {
  readonly question: string;
  /** Average gain of the score, in points, over all draws if the question is at its top level. */
  readonly gain: number;
  /** Probability of a better band than the draft's, after the caps, if the question is at its top level. */
  readonly better: number;
}

/** How certain the ranking of several laws is. */
export interface RunRobustness {
  readonly method: RobustnessMethod;
  /** The laws with a score, in the order of the assessments; empty if there are fewer than two. */
  readonly ranks: readonly RankResult[];
}

export interface RankResult {
  readonly source: string;
  /** Rank by the score, from 1; equal scores share the better rank. */
  readonly rank: number;
  /** The probability of each rank, first rank first. Laws that tie in a draw share their ranks evenly. */
  readonly probabilities: readonly number[];
}
