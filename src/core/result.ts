import type { Carried, Confidence, Dissent, Draft, Evidence, PanelRecord, Reviewer } from './answers.ts';
import type { EvidenceSummary } from './evidence.ts';
import type { Robustness, RunRobustness } from './robustness/result.ts';
import type { CapCondition, Severity } from './rubric.ts';

/** The result of a run: `--format json`. Scores are 0..100 and not rounded; null is "there is none". */
export interface Result {
  readonly format: 'compass-result/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly assessments: readonly AssessmentResult[];
  readonly failures: readonly Failure[];
  readonly summary: Summary;
  /** Where it was asked for: how sure the order of the drafts is. */
  readonly robustness?: RunRobustness;
}

/** One assessment's scores and findings. */
export interface AssessmentResult {
  readonly source: string;
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  /** Weighted mean of what was answered. */
  readonly score: number | null;
  /** The same with every unanswered question at the bottom. */
  readonly low: number | null;
  /** The same with every unanswered question at the top. */
  readonly high: number | null;
  readonly answered: number;
  readonly applicable: number;
  /** Questions that the reviewer set aside, one by one or with their feature. */
  readonly notApplicable: number;
  /** Questions that the rubric does not ask here, because of a condition. */
  readonly notAsked: number;
  readonly band: string | null;
  readonly uncappedBand: string | null;
  readonly caps: readonly CapResult[];
  /** Points taken off for red flags that carry a deduction. */
  readonly deducted: number;
  readonly features: readonly FeatureResult[];
  readonly gaps: readonly Gap[];
  /** Red flags that are present. */
  readonly flags: readonly FlagResult[];
  /** How many red flags the reviewer looked for, found or not. */
  readonly flagsChecked: number;
  readonly steps: readonly StepResult[];
  readonly ignored: readonly { readonly question: string; readonly because: string }[];
  /** Every question of the rubric, in its order. */
  readonly questions: readonly QuestionResult[];
  /** The gates that were asked for, held or not. */
  readonly gates: readonly GateResult[];
  /** Answers that have to be looked at again before the report is handed in, in the rubric's order. */
  readonly review: readonly { readonly kind: 'question' | 'guiding' | 'flag'; readonly id: string; readonly because: string }[];
  /** Set where the answers were made with another version of the rubric. */
  readonly carried?: Carried;
  /** Set where a panel's answers were settled into these. */
  readonly panel?: PanelRecord;
  /** How many quotes stand in the draft's text; absent where the answers name no text. */
  readonly evidence?: DraftEvidence;
  /** Where it was asked for: how sure the score is; null where there is no score. */
  readonly robustness?: Robustness | null;
}

/** What looking up the quotes in the draft's own text came to. */
export type DraftEvidence =
  | (EvidenceSummary & {
      /** The draft's file as the answers name it. */
      readonly text: string;
      /** Whether the file is the one that was assessed, by its digest; null where none was written down. */
      readonly sameText: boolean | null;
    })
  | { readonly text: string; readonly unread: string };

export interface CapResult {
  readonly when: CapCondition;
  readonly because: readonly string[];
  /** The highest band that the cap leaves. */
  readonly band: string;
}

export interface FeatureResult {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
  readonly answered: number;
  readonly applicable: number;
  /** Why the whole feature does not apply. */
  readonly notApplicable?: string;
}

/** An applicable question below its top level. */
export interface Gap {
  readonly question: string;
  readonly feature: string;
  /** Unanswered counts as 0. */
  readonly level: number;
  readonly top: number;
  /** What the overall score, every blank at the bottom, would gain at the top level. */
  readonly points: number;
  readonly critical: boolean;
  readonly answered: boolean;
  readonly principles: readonly number[];
  readonly gap: string;
  readonly evidence: readonly Evidence[];
  readonly owner?: string;
  readonly due?: string;
}

export interface FlagResult {
  readonly id: string;
  readonly severity: Severity;
  /** Why the answer has to be looked at again. */
  readonly review?: string;
  /** The reviewer's reason; null where none was written. */
  readonly because: string | null;
  readonly evidence: readonly Evidence[];
  /** Views of a panel's reviewers that are not this answer. */
  readonly dissent?: readonly Dissent[];
}

export interface StepResult {
  readonly id: string;
  readonly title: string;
  /** 100 x (addressed + half of partly) / questions; null where the step has none. */
  readonly coverage: number | null;
  readonly answered: number;
  readonly questions: number;
}

export interface QuestionResult {
  readonly id: string;
  readonly feature: string;
  readonly state: 'scored' | 'unanswered' | 'not-applicable' | 'not-asked';
  readonly level: number | null;
  readonly top: number;
  /** 0..1; null where the question is not scored. */
  readonly value: number | null;
  readonly weight: number;
  readonly critical: boolean;
  /** Why it does not apply or is not asked. */
  readonly because?: string;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  readonly confidence?: Confidence;
  readonly review?: string;
  readonly dissent?: readonly Dissent[];
}

export type GateName =
  | 'min'
  | 'min-feature'
  | 'critical'
  | 'flag'
  | 'unanswered'
  | 'review'
  | 'baseline'
  | 'baseline-critical'
  | 'baseline-flag'
  | 'baseline-not-applicable';

export interface GateResult {
  readonly gate: GateName;
  readonly holds: boolean;
  /** The feature, for `min-feature` and for a `baseline` whose feature fell. */
  readonly feature?: string;
  /** The bound asked for (of a `baseline`: the low it had), and the `low` it was compared with. */
  readonly bound?: number;
  readonly actual?: number | null;
  /** Ids of the questions or flags that fail it. */
  readonly because: readonly string[];
}

/** A file that could not be scored, with everything wrong with it. */
export interface Failure {
  readonly source: string;
  readonly errors: readonly {
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
    readonly hint?: string;
  }[];
}

export interface Summary {
  readonly assessed: number;
  readonly failed: number;
  readonly gatesFailed: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
}
