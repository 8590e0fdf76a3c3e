import type { Carried, Draft, Reviewer, StepStatus } from '../answers.ts';
import type { CapResult, DraftEvidence, Failure, FeatureResult, QuestionResult } from '../result.ts';
import type { CapCondition, Severity } from '../rubric.ts';

/** How files are compared: as versions of one draft, in order, or as laws of their own, side by side. */
export const compareModes = ['versions', 'laws'] as const;
export type CompareMode = (typeof compareModes)[number];

/** What settled the mode: the command line, or what the files say of their drafts. */
export type ModeReason = 'asked' | 'same-title' | 'other-titles' | 'other-jurisdictions' | 'no-title';

/** The result of `compass compare`: `--format json`. Scores are 0..100, points are of the overall score, nothing is rounded. */
export interface CompareResult {
  readonly format: 'compass-compare/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly mode: CompareMode;
  readonly because: ModeReason;
  /** What was compared, in the order of the command line; everything below names them by their place here, from 0. */
  readonly assessments: readonly ComparedAssessment[];
  readonly notes: readonly CompareNote[];
  /** Versions: each with the next and, of three or more, the first with the last at the end. Empty for laws. */
  readonly comparisons: readonly Comparison[];
  /** Laws, side by side; null for versions. */
  readonly laws: LawsComparison | null;
  /** Files that could not be read; only laws are compared without them. */
  readonly failures: readonly Failure[];
}

/** One of the files compared, with its overall figures. */
export interface ComparedAssessment {
  readonly source: string;
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  /** The version of the rubric that the answers were made with. */
  readonly answeredWith: string;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly band: string | null;
  readonly uncappedBand: string | null;
  readonly caps: readonly CapResult[];
  readonly answered: number;
  readonly applicable: number;
  readonly features: readonly FeatureResult[];
  /** Ids of the red flags that are present. */
  readonly flags: readonly string[];
  readonly flagsChecked: number;
  readonly evidence?: DraftEvidence;
  /** Set where the answers were made with another version of the rubric. */
  readonly carried?: Carried;
}

/** What the reader of a comparison has to know before trusting it; the sentence is the report's. */
export interface CompareNote {
  readonly code: NoteCode;
  /** The places of the assessments it is about; empty where it is about all. */
  readonly assessments: readonly number[];
}

export type NoteCode =
  /** Made with different versions of the rubric, and compared because it was asked for. */
  | 'forced'
  /** All made with the same version, which is not the one in use. */
  | 'carried'
  /** The dates of the drafts run against the order in which they were named. */
  | 'dates-backwards'
  | 'other-reviewers'
  /** The digests say that it is one and the same text. */
  | 'same-text'
  | 'same-version';

/** A figure before and after. `change` is null where one of the two is. */
export interface Move {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

/** Points of the overall score, and of its low end, that something made; null where there is no such figure to move. */
export interface Points {
  readonly score: number | null;
  readonly low: number | null;
}

/** What moved between two results. Only what moved is listed, except for features and steps, which are all there. */
export interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly score: Move;
  readonly low: Move;
  readonly high: Move;
  readonly answered: { readonly before: number; readonly after: number };
  readonly applicable: { readonly before: number; readonly after: number };
  readonly band: { readonly before: string | null; readonly after: string | null };
  readonly caps: readonly CapMove[];
  /** Their points, with those of the flags and `floor`, add up to the change of the overall figure. */
  readonly features: readonly FeatureMove[];
  /** Their points add up to their feature's. In the rubric's order. */
  readonly questions: readonly QuestionMove[];
  readonly gaps: readonly GapMove[];
  readonly flags: readonly FlagMove[];
  /** What deductions could not take off, since no score is under 0. */
  readonly floor: Points;
  readonly steps: readonly StepMove[];
  readonly evidence: EvidenceComparison;
}

export interface FeatureMove {
  readonly id: string;
  readonly title: string;
  readonly score: Move;
  readonly low: Move;
  readonly high: Move;
  readonly band: { readonly before: string | null; readonly after: string | null };
  readonly points: Points;
}

/** Where a question stands in one of the results. */
export interface Standing {
  readonly state: QuestionResult['state'];
  readonly level: number | null;
}

/**
 * How an answer moved. `set-aside` and `not-asked` left the count and may raise a score with no better law; `taken-up` and `asked`
 * came into it.
 */
export type QuestionChange = 'raised' | 'lowered' | 'answered' | 'blanked' | 'set-aside' | 'not-asked' | 'taken-up' | 'asked';

export interface QuestionMove {
  readonly id: string;
  readonly feature: string;
  readonly critical: boolean;
  readonly top: number;
  readonly change: QuestionChange;
  readonly before: Standing;
  readonly after: Standing;
  readonly points: Points;
  /** What became of its gap; null where it had none and has none, or the gap is as it was. */
  readonly gap: GapChange | null;
  /** The reason given for the new answer. */
  readonly rationale?: string;
  /** Why it does not apply, or is not asked, any more. */
  readonly because?: string;
}

/** `left`: the question does not count any more, which closes nothing. `entered`: it counts now, below its top level. */
export type GapChange = 'closed' | 'narrowed' | 'widened' | 'opened' | 'left' | 'entered';

export interface GapMove {
  readonly question: string;
  readonly change: GapChange;
  readonly critical: boolean;
  /** What closing it would have gained, and would gain, in points of the overall low; null where there was, or is, no gap. */
  readonly before: number | null;
  readonly after: number | null;
}

export type FlagStanding = 'present' | 'absent' | 'unchecked';

/** `new` and `gone` say what was found; `gone` was looked for again. The other two say that nobody looked, then or now. */
export type FlagChange = 'new' | 'gone' | 'unchecked' | 'checked';

export interface FlagMove {
  readonly id: string;
  readonly severity: Severity;
  readonly change: FlagChange;
  readonly before: FlagStanding;
  readonly after: FlagStanding;
  readonly points: Points;
  readonly rationale?: string;
}

/** A cap whose condition came to be met, is not met any more, or is met by others than before. */
export interface CapMove {
  readonly when: CapCondition;
  readonly change: 'new' | 'gone' | 'other';
  /** Ids of questions or flags. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface StepMove {
  readonly id: string;
  readonly title: string;
  readonly coverage: Move;
  readonly questions: readonly { readonly id: string; readonly before: StepStatus | null; readonly after: StepStatus | null }[];
}

/**
 * `moved`: the same words at another place. `changed`: other words, or another remark, at the same place; or nearly the same words,
 * wherever they stand.
 */
export type EvidenceChange = 'moved' | 'changed' | 'added' | 'removed';

export interface EvidenceMove {
  readonly id: string;
  readonly kind: 'question' | 'flag';
  readonly change: EvidenceChange;
  readonly before: Piece | null;
  readonly after: Piece | null;
}

export interface Piece {
  readonly at?: string;
  readonly quote?: string;
  readonly note?: string;
  /** Whether the quote stands in the draft where the answers say; absent where it was not looked up. */
  readonly verified?: boolean;
}

export interface EvidenceComparison {
  readonly unchanged: number;
  readonly moves: readonly EvidenceMove[];
  /** Quotes looked up, and those that stand where the answers say; null where the draft's text is not there. */
  readonly before: { readonly quotes: number; readonly verified: number } | null;
  readonly after: { readonly quotes: number; readonly verified: number } | null;
}

/** Several laws side by side. Laws are named by their place in `assessments`. */
export interface LawsComparison {
  /** Highest score first; laws with no score come last. */
  readonly ranking: readonly Rank[];
  /** Sets of laws, as large as can be, of which any two ranges meet: they cannot be told apart. */
  readonly indistinct: readonly (readonly number[])[];
  readonly features: readonly FeatureAcross[];
  readonly questions: readonly QuestionAcross[];
  /** Questions for which no law has anything; then those which no law answers fully. All laws to which they apply are answered. */
  readonly nobody: { readonly anything: readonly string[]; readonly full: readonly string[] };
  /** Questions for which one law alone has something, and those which one alone answers fully. */
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
  /** 1 is the highest. The best and the worst place it can have once all blanks are filled; null where nothing applies to it. */
  readonly best: number | null;
  readonly worst: number | null;
}

export interface FeatureAcross {
  readonly id: string;
  readonly title: string;
  /** The laws that are best at it, or may be once all blanks are filled; empty where that may yet be any, or it applies to none. */
  readonly best: readonly number[];
}

export interface QuestionAcross {
  readonly id: string;
  readonly feature: string;
  readonly top: number;
  readonly critical: boolean;
  /** One for each law, in their order. */
  readonly standings: readonly Standing[];
}

export interface Lone {
  readonly question: string;
  readonly assessment: number;
}

export interface FlagAcross {
  readonly id: string;
  readonly severity: Severity;
  /** One for each law, in their order. */
  readonly standings: readonly FlagStanding[];
}
