/** How sure the reviewer is of an answer. */
export type Confidence = 'low' | 'medium' | 'high';

export interface Evidence {
  /** Another document than the draft, which has the words; only evidence of a step may name one. */
  readonly document?: string;
  /** The provision as a lawyer cites it: `art. 14(2)`. */
  readonly at?: string;
  /** The words quoted from the provision. */
  readonly quote?: string;
  readonly note?: string;
  /** The evidence as it was before the draft changed. Copied from the file and not interpreted. */
  readonly was?: unknown;
  /** The result of looking the quote up in the draft's text; absent if it was not looked up. */
  readonly check?: QuoteCheck;
}

/**
 * How a quote matches the draft: word for word; except for layout (spaces, line breaks); with different words; not at all; or
 * only among words that are deleted, struck or hidden.
 */
export type QuoteStatus = 'exact' | 'layout' | 'near' | 'missing' | 'struck';

export interface QuoteCheck {
  readonly status: QuoteStatus;
  /** Labels of the provisions that contain the quote. */
  readonly foundAt: readonly string[];
  /** Line in the draft's file, from 1 (in a format without lines, such as Word: the paragraph); null if the format has no lines or nothing was found. */
  readonly line: number | null;
  /** Page in a PDF, from 1. */
  readonly page?: number;
  /**
   * Whether the quote was found in the provision that `at` names; true without `at`; null if `at` can't be read as a citation of
   * this draft.
   */
  readonly placed: boolean | null;
  /** Why it is not `placed`, where that is more than a wrong number. */
  readonly because?: PlaceFault;
  /** Set for a near match: the quote's words compared with the draft's. */
  readonly differences?: readonly Difference[];
  /** Negations and exceptions that the quote leaves out of its sentence, as in the draft; absent if there are none. */
  readonly omits?: readonly string[];
  /** Set if the draft has the quote only outside the provisions: in a note, memorandum, preamble, caption or table of contents. */
  readonly outside?: true;
  /** Set for a near match that joins the opening words of a list to one of its points: `[...]` between them is missing. */
  readonly joins?: true;
  /** Set if the parts that an ellipsis joins are all in the draft, but in different provisions. */
  readonly apart?: true;
  /** Set for a missing quote if the draft was read with warnings: the quote may be in a part that could not be read. */
  readonly incomplete?: true;
}

/**
 * `page`: a page or line is cited. `act`: a provision of another act is cited. `absent`: the draft has no such provision; `unfound`:
 * it was not found in what could be read. `sentences`, `paragraphs`: the provision has at most `n`.
 */
export type PlaceFault =
  | { readonly code: 'page' }
  | { readonly code: 'act'; readonly act: string }
  | { readonly code: 'absent' | 'unfound'; readonly cited: string }
  | { readonly code: 'sentences' | 'paragraphs'; readonly cited: string; readonly n: number };

/** A sequence of words that is in both texts, only in the first (`gone`), or only in the second (`new`). */
export interface Difference {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What other law in force gives on a question, together with the draft. */
export interface Elsewhere {
  /** Index into the question's levels. */
  readonly level: number;
  readonly law?: string;
  /** The provision of that law. */
  readonly at?: string;
  readonly note?: string;
}

export interface Answer {
  /** Index into the question's levels, 0 for the lowest; null if no level was chosen. */
  readonly level: number | null;
  /** Why the question does not apply; null if it applies. */
  readonly notApplicable: string | null;
  /** Ids of the marks that the reviewer saw in the text; absent if they were not ticked, so that the level alone counts. */
  readonly marks?: readonly string[];
  readonly elsewhere?: Elsewhere;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  readonly confidence?: Confidence;
  readonly owner?: string;
  /** YYYY-MM-DD. */
  readonly due?: string;
  /** Why the answer needs another look. */
  readonly review?: string;
  /** Answers of panel members who disagree with this one. */
  readonly dissent?: readonly Dissent[];
}

/** The answer of one panel member, recorded if the panel settled on a different answer or has not settled yet. */
export interface Dissent {
  readonly reviewer?: string;
  readonly level?: number;
  /** Ids of the marks that this reviewer ticked. */
  readonly marks?: readonly string[];
  /** Why the question does not apply, in this reviewer's view. */
  readonly notApplicable?: string;
  /** Set for a red flag. */
  readonly present?: boolean;
  /** Set for a guiding question. */
  readonly status?: StepStatus;
  readonly rationale?: string;
}

export type StepStatus = 'addressed' | 'partly' | 'missing';

export interface StepAnswer {
  readonly status: StepStatus | null;
  readonly notes?: string;
  readonly evidence?: readonly Evidence[];
  /** Why the answer needs another look. */
  readonly review?: string;
  readonly dissent?: readonly Dissent[];
}

export interface FlagAnswer {
  /** null if the reviewer has not checked for the flag yet. */
  readonly present: boolean | null;
  readonly rationale?: string;
  readonly evidence: readonly Evidence[];
  /** Why the answer needs another look. */
  readonly review?: string;
  readonly dissent?: readonly Dissent[];
}

/** The rule by which a panel settles a question that its reviewers answered differently. */
export type SettleRule = 'median' | 'lowest' | 'unanimous';

/** How the answers of a panel were merged into one answers file. */
export interface PanelRecord {
  readonly reviewers: number;
  readonly rule: SettleRule;
  /** Absent if the panel is anonymous. */
  readonly members?: readonly Reviewer[];
  readonly agreement: {
    /** Share of agreeing pairs of answers, 0..100. */
    readonly percent: number | null;
    /** Krippendorff's alpha; null if it is not defined. */
    readonly alpha: { readonly nominal: number | null; readonly ordinal: number | null; readonly interval: number | null };
    readonly interval95?: { readonly ordinal?: readonly [number, number] };
    /** Agreement on marks, alpha being nominal; absent if no mark was decided on by two reviewers. */
    readonly marks?: { readonly percent: number; readonly alpha: number | null };
  };
  /** Counts of answers (to questions, guiding questions and red flags) by how they were settled. */
  readonly settled: { readonly agreed: number; readonly byRule: number; readonly open: number };
}

export interface Draft {
  readonly title?: string;
  readonly jurisdiction?: string;
  readonly version?: string;
  readonly date?: string;
  /** The language that the draft is written in. */
  readonly language?: string;
  readonly text?: string;
  readonly sha256?: string;
  readonly note?: string;
}

export interface Reviewer {
  readonly name?: string;
  readonly organisation?: string;
}

/** How answers that were given for another version of the rubric were adapted to this one. */
export interface Carried {
  readonly from: string;
  /** Answers to questions whose id has changed. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Answers to questions that this version does not have. */
  readonly dropped: readonly { readonly question: string; readonly reason: string }[];
  /** Questions without an answer; they may have been added since. */
  readonly unanswered: readonly string[];
}

/** One reviewer's assessment of one draft, validated against the rubric. Maps are keyed by full id (`feature.question`). */
export interface Assessment {
  readonly draft: Draft;
  readonly reviewer: Reviewer;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Features that do not apply at all, with the reason. */
  readonly features: ReadonlyMap<string, { readonly notApplicable: string }>;
  readonly steps: ReadonlyMap<string, StepAnswer>;
  readonly flags: ReadonlyMap<string, FlagAnswer>;
  readonly carried?: Carried;
  /** Set if the answers were settled from those of a panel. */
  readonly panel?: PanelRecord;
}

/** A position in a file; line and column start at 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Positions of the answers in an answers file, by current id. */
export interface AnswerPlaces {
  readonly answers: ReadonlyMap<string, Place>;
  readonly flags: ReadonlyMap<string, Place>;
}

/** An assessment without any answers. */
export function emptyAssessment(): Assessment {
  return { draft: {}, reviewer: {}, answers: new Map(), features: new Map(), steps: new Map(), flags: new Map() };
}
