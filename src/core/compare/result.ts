import type { Carried, Draft, Reviewer, StepStatus } from '../answers.ts';
import type { EvidenceKind } from '../evidence.ts';
import type { CapResult, DraftEvidence, Failure, FeatureResult } from '../result.ts';
import type { CapCondition, Severity } from '../rubric.ts';
import type { LawsComparison } from './laws-result.ts';
import type { FlagStanding, Standing } from './standing.ts';

/** How files are compared: as successive versions of one draft, or as separate laws side by side. */
export const compareModes = ['versions', 'laws'] as const;
export type CompareMode = (typeof compareModes)[number];

/** Why the mode was chosen: the command line asked for it, or the titles and jurisdictions in the files imply it. */
export type ModeReason = 'asked' | 'same-title' | 'other-titles' | 'other-jurisdictions' | 'no-title';

/**
 * The result of `compass compare`, as `--format json` prints it. Scores are 0..100, points are of the overall score; not rounded.
 */
export interface CompareResult {
  readonly format: 'compass-compare/1';
  readonly tool: { readonly name: string; readonly version: string };
  readonly rubric: { readonly id: string; readonly version: string; readonly digest: string };
  readonly mode: CompareMode;
  readonly because: ModeReason;
  /** The assessments in the order of the command line. Everything below refers to them by their index in this list. */
  readonly assessments: readonly ComparedAssessment[];
  readonly notes: readonly CompareNote[];
  /** For versions: each with the next and, if there are three or more, the first with the last at the end. Empty for laws. */
  readonly comparisons: readonly Comparison[];
  /** null for versions. */
  readonly laws: LawsComparison | null;
  /** Files that could not be read. Laws are compared without them; versions are not. */
  readonly failures: readonly Failure[];
}

/** One of the files compared, with its overall results. */
export interface ComparedAssessment {
  readonly source: string;
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  /** The version of the rubric that the answers were given for. */
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
  /** Set if the answers were given for another version of the rubric. */
  readonly carried?: Carried;
}

/** A caveat that the reader of a comparison should know. The reports have a sentence for each code. */
export interface CompareNote {
  readonly code: NoteCode;
  /** Indices of the assessments concerned; empty if the note concerns all of them. */
  readonly assessments: readonly number[];
}

export type NoteCode =
  /** The answers were given for different versions of the rubric, and the user asked to compare them all the same. */
  | 'forced'
  /** All answers were given for the same version of the rubric, which is not the one in use. */
  | 'carried'
  /** A file is dated before the one that precedes it on the command line. */
  | 'dates-backwards'
  | 'other-reviewers'
  /** The texts of the drafts have the same digest. */
  | 'same-text'
  | 'same-version';

/** A value before and after. `change` is null if one of the two is null. */
export interface Delta {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

/** Contribution to the change of the overall score and of its `low`, in points; null if one version lacks that value. */
export interface Points {
  readonly score: number | null;
  readonly low: number | null;
}

/** What changed between two results. Features and steps are all listed; of everything else, only what changed. */
export interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly score: Delta;
  readonly low: Delta;
  readonly high: Delta;
  readonly answered: { readonly before: number; readonly after: number };
  readonly applicable: { readonly before: number; readonly after: number };
  readonly band: { readonly before: string | null; readonly after: string | null };
  readonly caps: readonly CapDelta[];
  /** The points of the features, the flags and `floor` add up to the change of the overall value. */
  readonly features: readonly FeatureDelta[];
  /** In the rubric's order. The points of a feature's questions add up to the feature's points. */
  readonly questions: readonly QuestionDelta[];
  readonly gaps: readonly GapDelta[];
  /** Questions whose ticked marks changed, also if the level did not, in the rubric's order. */
  readonly marks: readonly MarkDelta[];
  readonly flags: readonly FlagDelta[];
  /** The part of the deductions that had no effect, because a score is never below 0. */
  readonly floor: Points;
  readonly steps: readonly StepDelta[];
  readonly evidence: EvidenceComparison;
}

export interface FeatureDelta {
  readonly id: string;
  readonly title: string;
  readonly score: Delta;
  readonly low: Delta;
  readonly high: Delta;
  readonly band: { readonly before: string | null; readonly after: string | null };
  readonly points: Points;
}

/**
 * How an answer changed. After `set-aside` (now not applicable) and `not-asked` the question no longer counts, which may raise
 * the score although the law is no better. After `taken-up` (applicable again) and `asked` it counts again.
 */
export type QuestionChange = 'raised' | 'lowered' | 'answered' | 'blanked' | 'set-aside' | 'not-asked' | 'taken-up' | 'asked';

export interface QuestionDelta {
  readonly id: string;
  readonly feature: string;
  readonly critical: boolean;
  readonly top: number;
  readonly change: QuestionChange;
  readonly before: Standing;
  readonly after: Standing;
  readonly points: Points;
  /** How its gap changed; null if there is no gap on either side, or the gap is the same. */
  readonly gap: GapChange | null;
  /** The reason given for the new answer. */
  readonly rationale?: string;
  /** Why the question no longer applies or is no longer asked. */
  readonly because?: string;
}

/**
 * `left`: the question no longer counts, so it is no longer a gap, but nothing was closed. `entered`: the question counts now,
 * below its top level.
 */
export type GapChange = 'closed' | 'narrowed' | 'widened' | 'opened' | 'left' | 'entered';

export interface GapDelta {
  readonly question: string;
  readonly change: GapChange;
  readonly critical: boolean;
  /** The gap's size on each side, in points of the overall `low` that closing it would gain; null if there is no gap. */
  readonly before: number | null;
  readonly after: number | null;
}

/** A question that counts in both versions and whose marks were ticked in both. */
export interface MarkDelta {
  readonly question: string;
  /** The level before; null if the question was not answered. */
  readonly before: number | null;
  readonly after: number | null;
  /** Ids of the marks that are ticked only now, and of those that were ticked only before. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The reason given for the new answer. */
  readonly rationale?: string;
}

/**
 * `new`: present now. `gone`: no longer present, as checked by the reviewer. `unchecked`: checked before but not now. `checked`:
 * not checked before, and absent now.
 */
export type FlagChange = 'new' | 'gone' | 'unchecked' | 'checked';

export interface FlagDelta {
  readonly id: string;
  readonly severity: Severity;
  readonly change: FlagChange;
  readonly before: FlagStanding;
  readonly after: FlagStanding;
  readonly points: Points;
  readonly rationale?: string;
}

/** A cap that is new, is gone, or (`other`) is triggered by other questions or flags than before. */
export interface CapDelta {
  readonly when: CapCondition;
  readonly change: 'new' | 'gone' | 'other';
  /** The highest band that the cap allows, or, if it is gone, allowed before. */
  readonly band: string;
  /** The highest band that it allowed before, if that was another. */
  readonly bandBefore?: string;
  /** Ids of questions or flags. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface StepDelta {
  readonly id: string;
  readonly title: string;
  readonly coverage: Delta;
  readonly questions: readonly { readonly id: string; readonly before: StepStatus | null; readonly after: StepStatus | null }[];
}

/**
 * `moved`: the same quote in another provision. `changed`: a different quote or note for the same provision, or a similar quote
 * in any provision.
 */
export type EvidenceChange = 'moved' | 'changed' | 'added' | 'removed';

/** An item of evidence that the two versions do not have alike. */
export interface EvidenceDelta {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly change: EvidenceChange;
  readonly before: Piece | null;
  readonly after: Piece | null;
}

export interface Piece {
  /** Another document than the draft. */
  readonly document?: string;
  readonly at?: string;
  readonly quote?: string;
  readonly note?: string;
  /** Whether the quote is in the draft where the answers say; absent if it was not looked up. */
  readonly verified?: boolean;
}

export interface EvidenceComparison {
  readonly unchanged: number;
  readonly moves: readonly EvidenceDelta[];
  /** How many quotes were looked up, and how many are where the answers say; null without the draft's text. */
  readonly before: { readonly quotes: number; readonly verified: number } | null;
  readonly after: { readonly quotes: number; readonly verified: number } | null;
}
