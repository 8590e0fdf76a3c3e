import type { Severity } from '../rubric.ts';
import type { FlagStanding, Standing } from './standing.ts';

/** Several laws side by side. Laws are referred to by their index in `assessments`. */
export interface LawsComparison {
  /** Highest score first; laws with no score come last. */
  readonly ranking: readonly Rank[];
  /** The maximal sets of laws whose score ranges all overlap, so that their order is uncertain. */
  readonly indistinct: readonly (readonly number[])[];
  readonly features: readonly FeatureAcross[];
  readonly questions: readonly QuestionAcross[];
  /**
   * `anything`: questions on which all laws are at level 0. `full`: other questions on which no law is at the top level. Only
   * questions that are answered for every law to which they apply.
   */
  readonly nobody: { readonly anything: readonly string[]; readonly full: readonly string[] };
  /**
   * `anything`: questions on which only one law is above level 0. `full`: further questions on which only one law is at the top
   * level.
   */
  readonly only: { readonly anything: readonly Lone[]; readonly full: readonly Lone[] };
  readonly critical: readonly {
    readonly question: string;
    readonly atZero: readonly number[];
    readonly blank: readonly number[];
  }[];
  readonly flags: readonly FlagAcross[];
}

export interface Rank {
  readonly assessment: number;
  /** The best and the worst rank possible, from 1 (highest), once all questions are answered; null if no question applies. */
  readonly best: number | null;
  readonly worst: number | null;
}

export interface FeatureAcross {
  readonly id: string;
  readonly title: string;
  /**
   * The laws that are, or may be once all questions are answered, the best at this feature. Empty if that may be any of them or
   * the feature applies to none.
   */
  readonly best: readonly number[];
}

export interface QuestionAcross {
  readonly id: string;
  readonly feature: string;
  readonly top: number;
  readonly critical: boolean;
  /** One for each law, in the order of `assessments`. */
  readonly standings: readonly StandingAcross[];
}

/** A question's state in one of several laws. */
export interface StandingAcross extends Standing {
  /** Ids of the ticked marks; absent if the answer has no list of marks. */
  readonly marks?: readonly string[];
}

/** A question and the one law of which something is true. */
export interface Lone {
  readonly question: string;
  readonly assessment: number;
}

export interface FlagAcross {
  readonly id: string;
  readonly severity: Severity;
  /** One for each law, in the order of `assessments`. */
  readonly standings: readonly FlagStanding[];
}
