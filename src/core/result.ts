import type { Carried, Confidence, Dissent, Draft, Elsewhere, Evidence, PanelRecord, Reviewer } from './answers.ts';
import type { EvidenceSummary } from './evidence.ts';
import type { Reading } from './reading.ts';
import type { Robustness, RunRobustness } from './robustness/result.ts';
import type { CapCondition, Mark, Severity } from './rubric.ts';

/** The result of a run, as `--format json` prints it. Scores are 0..100 and not rounded; null means that there is no value. */
export interface Result {
  readonly format: 'compass-result/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly assessments: readonly AssessmentResult[];
  readonly failures: readonly Failure[];
  readonly summary: Summary;
  /** Set with `--robustness`: how certain the ranking of the drafts is. */
  readonly robustness?: RunRobustness;
  /** Set where the run was compared with a baseline: how the drafts of both correspond. */
  readonly baseline?: BaselineReport;
}

/** How the drafts of a run correspond to those of its baseline, by the names of their answers files. */
export interface BaselineReport {
  /** Drafts that the baseline has and the run lacks. Each of them fails the gate. */
  readonly missing: readonly string[];
  /** Drafts that the baseline does not have. */
  readonly new: readonly string[];
  /** Drafts that were matched by their title, because their files have another name now. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** One assessment's scores and findings. */
export interface AssessmentResult {
  readonly source: string;
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  /** The overall score: the weighted mean of the features' scores, minus the points deducted for red flags. */
  readonly score: number | null;
  /** The lower bound: the least score that any answers to the unanswered questions would give. */
  readonly low: number | null;
  /** The upper bound: the greatest such score. */
  readonly high: number | null;
  readonly answered: number;
  readonly applicable: number;
  /** Questions that the reviewer marked as not applicable, one by one or with their whole feature. */
  readonly notApplicable: number;
  /** Questions that are not asked because their `when` condition fails. */
  readonly notAsked: number;
  readonly band: string | null;
  readonly uncappedBand: string | null;
  readonly caps: readonly CapResult[];
  /** Points deducted for red flags. */
  readonly deducted: number;
  readonly features: readonly FeatureResult[];
  readonly gaps: readonly Gap[];
  /** Red flags that are present. */
  readonly flags: readonly FlagResult[];
  /** How many red flags the reviewer checked for, present or not. */
  readonly flagsChecked: number;
  readonly steps: readonly StepResult[];
  /** Answers in the file that do not count, because their question is not asked or not applicable. */
  readonly ignored: readonly { readonly question: string; readonly because: string }[];
  /** Every question of the rubric, in its order. */
  readonly questions: readonly QuestionResult[];
  /** The figures with what other law in force gives, if an answer says so. */
  readonly inContext?: ContextFigures;
  /** The outcome of every gate that was asked for. */
  readonly gates: readonly GateResult[];
  /** Answers that need another look before the report is published, in the rubric's order. */
  readonly review: readonly { readonly kind: 'question' | 'guiding' | 'flag'; readonly id: string; readonly because: string }[];
  /** Set if the answers were given for another version of the rubric. */
  readonly carried?: Carried;
  /** Set if the answers were settled from those of a panel. */
  readonly panel?: PanelRecord;
  /** Result of checking the quotes against the draft's text; absent if the answers name no text. */
  readonly evidence?: DraftEvidence;
  /** Set with `--robustness`: how certain the score is; null if there is no score. */
  readonly robustness?: Robustness | null;
}

/** The result of checking all quotes against the draft's text, or the reason (`unread`) why the text could not be read. */
export type DraftEvidence =
  | (EvidenceSummary & {
      /** The draft's file, as named in the answers. */
      readonly text: string;
      /** Whether the file has the digest recorded in the answers; null if none is recorded. */
      readonly sameText: boolean | null;
      /** How the text was read. */
      readonly reading: Reading;
    })
  | { readonly text: string; readonly unread: string };

/**
 * The overall figures if every answer had the higher of two levels: that of the draft, and that of the draft together with other
 * law in force (`elsewhere`).
 */
export type ContextFigures = Pick<AssessmentResult, 'score' | 'low' | 'high' | 'band' | 'uncappedBand' | 'caps'>;

export interface CapResult {
  readonly when: CapCondition;
  /** Ids of the questions or flags that trigger the cap. */
  readonly because: readonly string[];
  /** The highest band that the cap allows. */
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
  /** 0 if unanswered. */
  readonly level: number;
  readonly top: number;
  /** Points that the overall `low` would gain if the question were at its top level. */
  readonly points: number;
  readonly critical: boolean;
  readonly answered: boolean;
  readonly principles: readonly number[];
  /** What to write into the draft to close the gap. */
  readonly gap: string;
  /** The marks that were not seen in the text, in the rubric's order; set if the reviewer ticked marks. */
  readonly missing?: readonly Pick<Mark, 'id' | 'text' | 'gap'>[];
  readonly evidence: readonly Evidence[];
  readonly owner?: string;
  readonly due?: string;
}

export interface FlagResult {
  readonly id: string;
  readonly severity: Severity;
  /** Why the answer needs another look. */
  readonly review?: string;
  /** The reviewer's reason; null if none was given. */
  readonly because: string | null;
  readonly evidence: readonly Evidence[];
  /** Answers of panel members who disagree with this one. */
  readonly dissent?: readonly Dissent[];
}

export interface StepResult {
  readonly id: string;
  readonly title: string;
  /** 100 x (addressed + half of partly) / questions; null if the step has no questions. */
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
  /** 0..1; null unless the state is `scored`. */
  readonly value: number | null;
  readonly weight: number;
  readonly critical: boolean;
  /** Ids of the marks that were seen in the text; absent if the reviewer ticked none of them. */
  readonly marks?: readonly string[];
  /** What other law in force gives on the question. */
  readonly elsewhere?: Elsewhere;
  /** Why the question does not apply or is not asked. */
  readonly because?: string;
  /** Set for a question that was set aside though it names no case in which it does not apply. */
  readonly noCase?: true;
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
  /** The feature's id; set for `min-feature`, and for a `baseline` gate on a feature. */
  readonly feature?: string;
  /** The minimum; for a `baseline` gate, the `low` of the stored result. */
  readonly bound?: number;
  /** The `low` that was compared with `bound`. */
  readonly actual?: number | null;
  /**
   * For a gate on scores: whether it looked at the score with other law in force (true) or at the text alone. Absent if there is no
   * difference and `--in-context` was not given.
   */
  readonly inContext?: boolean;
  /** Ids of the questions or flags that make the gate fail. */
  readonly because: readonly string[];
}

/** A file that could not be scored, with all its errors. */
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
