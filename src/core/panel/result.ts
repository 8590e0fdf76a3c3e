import type { Confidence, Draft, Evidence, PanelRecord, SettleRule, StepStatus } from '../answers.ts';
import type { QuestionState } from '../applicability.ts';
import type { Severity } from '../rubric.ts';
import type { Metric, NoAlpha } from './alpha.ts';

/** The result of `compass panel`, as `--format json` prints it. Nothing is rounded; null means that there is no value. */
export interface PanelResult {
  readonly format: 'compass-panel/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly draft: Draft;
  /** Whether names, organisations and file names are left out. */
  readonly anonymous: boolean;
  /** How many reviewers there are. */
  readonly reviewers: number;
  /** The reviewers. `levels` and `views` below are in the same order. */
  readonly panel: readonly ReviewerResult[];
  readonly agreement: {
    readonly overall: Agreement;
    readonly features: readonly (Agreement & { readonly id: string; readonly title: string })[];
    readonly questions: readonly QuestionAgreement[];
  };
  /** Questions on which the reviewers disagree, in the order in which to discuss them. */
  readonly discuss: readonly Discussion[];
  /** Red flags on which the reviewers who checked them disagree. */
  readonly flags: readonly FlagDisagreement[];
  /** Guiding questions on which the reviewers disagree. */
  readonly steps: readonly StepDisagreement[];
  readonly bootstrap: { readonly method: string; readonly draws: number; readonly seed: number };
  readonly warnings: readonly PanelWarning[];
  /** Set if the answers were settled into one file. */
  readonly settled?: SettledCounts;
}

export interface SettledCounts extends Readonly<PanelRecord['settled']> {
  readonly rule: SettleRule;
  /** The answers file. */
  readonly output: string;
  /** How many answers have a settled level whose marks need another look; absent if there are none. */
  readonly openMarks?: number;
}

/** Something unexpected about the files. The reports have a sentence for each code. */
export interface PanelWarning {
  readonly code: 'same-name' | 'other-draft' | 'other-title' | 'other-version' | 'carried';
  readonly args: Readonly<Record<string, string | number>>;
}

export interface ReviewerResult {
  /** Identifies the reviewer in this result; unique. */
  readonly label: string;
  readonly name?: string;
  readonly organisation?: string;
  /** The answers file; absent if the panel is anonymous. */
  readonly source?: string;
  /** The reviewer's own overall score, 0..100, as `compass score` gives it. */
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  /** How many red flags the reviewer checked for. */
  readonly flagsChecked: number;
  /** How many guiding questions the reviewer answered. */
  readonly guidingAnswered: number;
  readonly leaning: Leaning;
}

/** Whether a reviewer answered higher or lower than the others. */
export interface Leaning {
  /** Questions to which this reviewer and at least one other gave a level. */
  readonly shared: number;
  /** Mean of the reviewer's level minus the mean of the others'; negative is severe; null if `shared` is 0. */
  readonly levels: number | null;
  /** The same difference in values, -1..1. */
  readonly value: number | null;
  readonly word: LeaningWord | null;
}

export type LeaningWord = 'severe' | 'in-line' | 'lenient';

export interface Agreement {
  /** Mean over the questions of the share of pairs of answers that agree, 0..100; null if no question has two answers. */
  readonly percent: number | null;
  readonly alpha: Readonly<Record<Metric, number | null>>;
  /** Why an alpha is null. */
  readonly because?: Readonly<Partial<Record<Metric, NoAlpha>>>;
  /** Ends of alpha's 95 % interval; a metric without one is left out. */
  readonly interval95: Readonly<Partial<Record<Metric, readonly [number, number]>>>;
  /** What conclusions the ordinal alpha allows. */
  readonly reading: AlphaReading | null;
  /** How many questions were answered by at least two reviewers, with a level or as not applicable. */
  readonly compared: number;
  /** How many of them have only equal answers. */
  readonly alike: number;
  /** How many of them were answered with a level by some and as not applicable by others. */
  readonly mixed: number;
  /** Set if a question lists marks. */
  readonly marks?: MarksAgreement;
}

/** Agreement on marks. Each mark is a unit, ticked or not; a reviewer whose answer has no list of marks is left out. */
export interface MarksAgreement {
  /** Mean over the marks of the share of pairs of decisions that agree, 0..100; null if no mark has two decisions. */
  readonly percent: number | null;
  /** Nominal. */
  readonly alpha: number | null;
  /** Why alpha is null. */
  readonly because?: NoAlpha;
  /** How many marks at least two reviewers decided on. */
  readonly compared: number;
  /** On how many of them all decided alike. */
  readonly alike: number;
}

/** Who ticked a mark, by the reviewers' labels, and who saw that it is missing. */
export interface MarkDecision {
  readonly id: string;
  readonly ticked: readonly string[];
  readonly unticked: readonly string[];
}

export type AlphaReading = 'reliable' | 'tentative' | 'unreliable';

/** Agreement on one question. Its alpha is relative to the disagreement expected over all questions. */
export interface QuestionAgreement {
  readonly id: string;
  readonly feature: string;
  /** One for each reviewer; null unless the question counts with a level. */
  readonly levels: readonly (number | null)[];
  /** Highest minus lowest level; null if fewer than two reviewers gave one. */
  readonly spread: number | null;
  readonly percent: number | null;
  readonly alpha: Readonly<Record<Metric, number | null>>;
  readonly answered: number;
  readonly notApplicable: number;
  /** Whether some reviewers gave a level and others marked it as not applicable. */
  readonly mixed: boolean;
  readonly views: readonly View[];
  /** Set if the question lists marks. Its alpha is that of its own marks alone. */
  readonly marks?: MarksAgreement & { readonly each: readonly MarkDecision[] };
}

/** One reviewer's answer to a question. */
export interface View {
  /** The reviewer's label. */
  readonly reviewer: string;
  readonly state: QuestionState['kind'];
  readonly level: number | null;
  /** Ids of the marks that the reviewer ticked; absent if the answer has no list of marks. */
  readonly marks?: readonly string[];
  /** Why the question does not apply or is not asked. */
  readonly because?: string;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  readonly confidence?: Confidence;
  /** Why the answer needs another look, according to the reviewer's own file. */
  readonly review?: string;
}

export interface Discussion {
  readonly question: string;
  /** Mean difference between two reviewers, in points of the overall score. */
  readonly points: number;
  /** Whether a cap depends on it: a critical question that some reviewers, but not all, put at level 0. */
  readonly contestedCritical: boolean;
  /** Ids of the marks on which the reviewers differ, in the rubric's order; absent if there are none. */
  readonly marks?: readonly string[];
}

export interface FlagView {
  readonly reviewer: string;
  /** null if the reviewer did not check. */
  readonly present: boolean | null;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
}

export interface FlagDisagreement {
  readonly id: string;
  readonly severity: Severity;
  readonly views: readonly FlagView[];
}

export interface StepView {
  readonly reviewer: string;
  readonly status: StepStatus | null;
  readonly notes?: string;
}

export interface StepDisagreement {
  readonly id: string;
  readonly views: readonly StepView[];
}
