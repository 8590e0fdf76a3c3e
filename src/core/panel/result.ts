import type { Confidence, Draft, Evidence, PanelRecord, SettleRule, StepStatus } from '../answers.ts';
import type { QuestionState } from '../applicability.ts';
import type { Severity } from '../rubric.ts';
import type { Metric, NoAlpha } from './alpha.ts';

/** The result of `compass panel --format json`. Nothing is rounded; null is "there is none". */
export interface PanelResult {
  readonly format: 'compass-panel/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly draft: Draft;
  /** Whether names, organisations and file names are left out. */
  readonly anonymous: boolean;
  /** How many there are. */
  readonly reviewers: number;
  /** Each of them, in the order that `levels` and `views` have everywhere below. */
  readonly panel: readonly ReviewerResult[];
  readonly agreement: {
    readonly overall: Agreement;
    readonly features: readonly (Agreement & { readonly id: string; readonly title: string })[];
    readonly questions: readonly QuestionAgreement[];
  };
  /** Questions that were not answered alike, the first to be talked about first. */
  readonly discuss: readonly Discussion[];
  /** Red flags that not all who looked saw alike. */
  readonly flags: readonly FlagDisagreement[];
  /** Guiding questions that were not answered alike. */
  readonly steps: readonly StepDisagreement[];
  readonly bootstrap: { readonly method: string; readonly draws: number; readonly seed: number };
  readonly warnings: readonly PanelWarning[];
  /** Set where the answers were settled into one file. */
  readonly settled?: { readonly rule: SettleRule; readonly output: string } & PanelRecord['settled'];
}

/** What is odd about the files; the reports have a sentence for each. */
export interface PanelWarning {
  readonly code: 'same-name' | 'other-draft' | 'other-title' | 'other-version' | 'carried';
  readonly args: Readonly<Record<string, string | number>>;
}

export interface ReviewerResult {
  /** What the reviewer is called in this result: unlike any other. */
  readonly label: string;
  readonly name?: string;
  readonly organisation?: string;
  /** The answers file; absent where names are left out. */
  readonly source?: string;
  /** The reviewer's own overall score, 0..100, as `compass score` gives it. */
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  /** How many red flags were looked for. */
  readonly flagsChecked: number;
  /** How many guiding questions were answered. */
  readonly guidingAnswered: number;
  readonly leaning: Leaning;
}

/** How a reviewer's answers lie to those of the others. */
export interface Leaning {
  /** Questions to which this reviewer and at least one other gave a level. */
  readonly shared: number;
  /** Mean of the own level less the mean of the others'; below 0 is severe; null where nothing is shared. */
  readonly levels: number | null;
  /** The same in values, of -1..1. */
  readonly value: number | null;
  readonly word: LeaningWord | null;
}

export type LeaningWord = 'severe' | 'in-line' | 'lenient';

export interface Agreement {
  /** Mean over the questions of the share of pairs of answers that are alike, 0..100; null where no two answered the same question. */
  readonly percent: number | null;
  readonly alpha: Readonly<Record<Metric, number | null>>;
  /** Why an alpha is null. */
  readonly because?: Readonly<Partial<Record<Metric, NoAlpha>>>;
  /** Ends of alpha's 95 % interval; a metric without one is left out. */
  readonly interval95: Readonly<Partial<Record<Metric, readonly [number, number]>>>;
  /** How far the ordinal alpha carries. */
  readonly reading: AlphaReading | null;
  /** Questions that at least two answered, a level or not applicable. */
  readonly compared: number;
  /** Those of them that all who answered answered alike. */
  readonly alike: number;
  /** Those of them on which some gave a level and some said that it does not apply. */
  readonly mixed: number;
}

export type AlphaReading = 'reliable' | 'tentative' | 'unreliable';

/** A single question; its alpha is measured against the disagreement that is expected over the whole panel. */
export interface QuestionAgreement {
  readonly id: string;
  readonly feature: string;
  /** In the reviewers' order; null where no level counts. */
  readonly levels: readonly (number | null)[];
  /** Highest less lowest level; null where fewer than two gave one. */
  readonly spread: number | null;
  readonly percent: number | null;
  readonly alpha: Readonly<Record<Metric, number | null>>;
  readonly answered: number;
  readonly notApplicable: number;
  /** Whether some gave a level and some said that it does not apply. */
  readonly mixed: boolean;
  readonly views: readonly View[];
}

/** What one reviewer made of a question. */
export interface View {
  /** The reviewer's label. */
  readonly reviewer: string;
  readonly state: QuestionState['kind'];
  readonly level: number | null;
  /** Why it does not apply or is not asked. */
  readonly because?: string;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  readonly confidence?: Confidence;
  /** Why the reviewer's own file says that the answer has to be looked at again. */
  readonly review?: string;
}

export interface Discussion {
  readonly question: string;
  /** Points of the overall score that two reviewers, picked at random, lie apart on it. */
  readonly points: number;
  /** Whether a cap hangs on it: a critical question that some leave at its lowest level and some do not. */
  readonly contestedCritical: boolean;
}

export interface FlagView {
  readonly reviewer: string;
  /** null where the reviewer has not looked. */
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
