/** How sure the reviewer is of an answer. */
export type Confidence = 'low' | 'medium' | 'high';

export interface Evidence {
  /** The provision as a lawyer cites it: `art. 14(2)`. */
  readonly at?: string;
  /** Its words. */
  readonly quote?: string;
  readonly note?: string;
  /** What stood here before the draft changed; kept as it is in the file. */
  readonly was?: unknown;
  /** What was found when the quote was looked up in the draft's text; absent where it was not. */
  readonly check?: QuoteCheck;
}

/** How a quote stands in a draft: as it is; the same but for layout; with other words; or not at all. */
export type QuoteStatus = 'exact' | 'layout' | 'near' | 'missing';

export interface QuoteCheck {
  readonly status: QuoteStatus;
  /** Labels of the provisions it stands in. */
  readonly foundAt: readonly string[];
  /** From 1, of the draft's file (of a Word file: the paragraph); null where the format has none, or it was not found. */
  readonly line: number | null;
  /** From 1, of a PDF. */
  readonly page?: number;
  /** Whether one of the places lies in the provision that `at` names; true where `at` names none. */
  readonly placed: boolean;
  /** Of a near one: the quote's words against the draft's. */
  readonly differences?: readonly Difference[];
  /** Whether the places that an ellipsis joins all stand in the draft, but in different provisions. */
  readonly apart?: true;
}

/** A run of words: in both texts, only in the first, or only in the second. */
export interface Difference {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export interface Answer {
  /** Index into the question's levels, 0 the lowest; null where no level was chosen. */
  readonly level: number | null;
  /** Why the question does not apply; null where it does. */
  readonly notApplicable: string | null;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  readonly confidence?: Confidence;
  readonly owner?: string;
  /** YYYY-MM-DD. */
  readonly due?: string;
  /** Why the answer has to be looked at again. */
  readonly review?: string;
  /** Views of a panel that are not this answer. */
  readonly dissent?: readonly Dissent[];
}

/** What a reviewer of a panel answered where the panel settled on something else, or on nothing yet. */
export interface Dissent {
  readonly reviewer?: string;
  readonly level?: number;
  /** Why the question does not apply, in this reviewer's view. */
  readonly notApplicable?: string;
  /** Of a red flag. */
  readonly present?: boolean;
  /** Of a guiding question. */
  readonly status?: StepStatus;
  readonly rationale?: string;
}

export type StepStatus = 'addressed' | 'partly' | 'missing';

export interface StepAnswer {
  readonly status: StepStatus | null;
  readonly notes?: string;
  /** Why the answer has to be looked at again. */
  readonly review?: string;
  readonly dissent?: readonly Dissent[];
}

export interface FlagAnswer {
  /** null where the reviewer has not looked yet. */
  readonly present: boolean | null;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  /** Why the answer has to be looked at again. */
  readonly review?: string;
  readonly dissent?: readonly Dissent[];
}

/** How a panel settles what its reviewers answered differently. */
export type SettleRule = 'median' | 'lowest' | 'unanimous';

/** Where a settled answers file comes from. */
export interface PanelRecord {
  readonly reviewers: number;
  readonly rule: SettleRule;
  /** Absent where names are left out. */
  readonly members?: readonly Reviewer[];
  readonly agreement: {
    /** Share of agreeing pairs of answers, 0..100. */
    readonly percent: number | null;
    /** Krippendorff's; null where it is not defined. */
    readonly alpha: { readonly nominal: number | null; readonly ordinal: number | null; readonly interval: number | null };
    readonly interval95?: { readonly ordinal?: readonly [number, number] };
  };
  /** How many answers, of questions, guiding questions and red flags, came about how. */
  readonly settled: { readonly agreed: number; readonly byRule: number; readonly open: number };
}

export interface Draft {
  readonly title?: string;
  readonly jurisdiction?: string;
  readonly version?: string;
  readonly date?: string;
  readonly text?: string;
  readonly sha256?: string;
  readonly note?: string;
}

export interface Reviewer {
  readonly name?: string;
  readonly organisation?: string;
}

/** How answers made with another version of the rubric were read. */
export interface Carried {
  readonly from: string;
  /** Answers whose question has a new id. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Answers to questions that this version does not have. */
  readonly dropped: readonly { readonly question: string; readonly reason: string }[];
  /** Questions without an answer that may be new since. */
  readonly unanswered: readonly string[];
}

/** One reviewer's assessment of one draft, checked against the rubric. Keyed by full ids. */
export interface Assessment {
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Features that as a whole do not apply, with the reason. */
  readonly features: ReadonlyMap<string, { readonly notApplicable: string }>;
  readonly steps: ReadonlyMap<string, StepAnswer>;
  readonly flags: ReadonlyMap<string, FlagAnswer>;
  readonly carried?: Carried;
  /** Set where a panel's answers were settled into this one. */
  readonly panel?: PanelRecord;
}

/** A place in a file: line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where in an answers file the answers stand, by the ids of today. */
export interface AnswerPlaces {
  readonly answers: ReadonlyMap<string, Place>;
  readonly flags: ReadonlyMap<string, Place>;
}

/** An assessment in which nothing has been answered. */
export function emptyAssessment(): Assessment {
  return { draft: {}, reviewer: {}, answers: new Map(), features: new Map(), steps: new Map(), flags: new Map() };
}
