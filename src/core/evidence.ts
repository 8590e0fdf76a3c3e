import type { Assessment, Difference, PlaceFault, QuoteCheck, QuoteStatus } from './answers.ts';
import type { Reading } from './reading.ts';

/** The result of `compass evidence check`. */
export interface EvidenceResult {
  readonly format: 'compass-evidence/1';
  readonly checks: readonly EvidenceCheck[];
  /** How the draft was read; absent if no draft or several drafts were read. */
  readonly reading?: Reading;
  /** How each draft was read, if there are several. */
  readonly readings?: readonly (Reading & { readonly draft: string })[];
  /** Answers files whose quotes could not be checked, and why. */
  readonly failures: readonly { readonly source: string; readonly errors: readonly { readonly message: string }[] }[];
  readonly summary: EvidenceSummary;
}

/** What evidence belongs to: a scored question, a guiding question of a step, or a red flag. */
export type EvidenceKind = 'question' | 'guiding' | 'flag';

export interface EvidenceCheck {
  /** The answers file. */
  readonly source: string;
  /** The draft's file that was searched. */
  readonly draft: string;
  /** Id of the question, of the guiding question of a step, or of the red flag. */
  readonly question: string;
  readonly kind: EvidenceKind;
  readonly quote: string;
  /** The provision that the reviewer named; null if none. */
  readonly at: string | null;
  readonly status: QuoteStatus;
  /** Every provision that contains the quote. */
  readonly foundAt: readonly string[];
  /** From 1; null if nothing was found or the format has no lines. */
  readonly line: number | null;
  readonly page?: number;
  /** Whether the quote is in the provision that `at` names; null if `at` can't be read as a citation of the draft. */
  readonly placed: boolean | null;
  readonly because?: PlaceFault;
  readonly differences?: readonly Difference[];
  /** Negations and exceptions that the quote leaves out of its sentence, as in the draft; absent if there are none. */
  readonly omits?: readonly string[];
  /** Set if the draft has the quote only outside the provisions: in a note, memorandum, preamble, caption or table of contents. */
  readonly outside?: true;
  /** Set for a near match that joins the opening words of a list to one of its points: `[...]` between them is missing. */
  readonly joins?: true;
  readonly apart?: true;
  readonly incomplete?: true;
}

/** Counts of quotes by how they match the draft. */
export interface EvidenceSummary {
  readonly quotes: number;
  readonly exact: number;
  readonly layout: number;
  readonly near: number;
  readonly missing: number;
  /** Found only among deleted, struck or hidden words. */
  readonly struck: number;
  /** Exact and layout matches that are not in the provision that was named, or whose `at` can't be read. */
  readonly misplaced: number;
}

/** The result of `compass evidence find`. */
export interface FindResult {
  readonly format: 'compass-find/1';
  readonly draft: string;
  readonly reading: Reading;
  readonly results: readonly Found[];
}

/** The best passages for a question of the rubric, or for a typed query. */
export interface Found {
  readonly question: string | null;
  readonly query: string | null;
  readonly hits: readonly Hit[];
}

export interface Hit {
  readonly label: string;
  readonly heading: string | null;
  /** Comparable only with other hits of the same search. */
  readonly score: number;
  readonly line: number | null;
  readonly page?: number;
  /** The one or two sentences that match best. */
  readonly passage: string;
  /** The matching words, as [start, end) offsets into the passage. */
  readonly marks: readonly (readonly [number, number])[];
  /** Whether the sentence of the passage begins before it or goes on after it; absent if the passage is whole. */
  readonly cut?: Cut;
}

export interface Cut {
  readonly before: boolean;
  readonly after: boolean;
}

/** The result of `compass evidence outline`. */
export interface OutlineResult {
  readonly format: 'compass-outline/1';
  readonly draft: string;
  readonly reading: Reading;
  readonly provisions: readonly OutlineEntry[];
}

export interface OutlineEntry {
  readonly label: string;
  readonly heading: string | null;
  readonly line: number | null;
  readonly page?: number;
  readonly eId?: string;
  readonly text: string;
  readonly children: readonly OutlineEntry[];
}

/**
 * What happened to a piece of evidence in the new version of a draft. `unknown`: it has no quote, and the old version is missing or
 * does not have the cited provision; or it cites another act.
 */
export type EvidenceFate = 'unchanged' | 'moved' | 'changed' | 'gone' | 'unknown';

/** The result of `compass evidence rebase`. */
export interface RebaseResult {
  readonly format: 'compass-rebase/1';
  readonly source: string;
  /** The file that the assessment was written to. */
  readonly output: string;
  /** The text that was assessed before; null if it no longer exists. */
  readonly from: string | null;
  readonly to: string;
  readonly evidence: readonly RebasedEvidence[];
  /** Answers that need another look, with the reason that is written to the file. */
  readonly review: readonly { readonly question: string; readonly kind: EvidenceKind; readonly because: string }[];
  /** New provisions that may be relevant to questions with no answer or a low level. */
  readonly additions: readonly Addition[];
  readonly summary: Readonly<Record<EvidenceFate, number>>;
}

export interface RebasedEvidence {
  readonly question: string;
  readonly kind: EvidenceKind;
  readonly quote: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly fate: EvidenceFate;
  readonly differences?: readonly Difference[];
  /** Set for an unchanged quote: how the rest of its provision changed. */
  readonly around?: readonly Difference[];
}

export interface Addition {
  readonly label: string;
  readonly heading: string | null;
  readonly line: number | null;
  /** Questions with no answer or a low level for which it may be relevant, best match first. */
  readonly questions: readonly string[];
}

/** Counts checked quotes by their result. */
export function summariseEvidence(checks: readonly Pick<QuoteCheck, 'status' | 'placed'>[]): EvidenceSummary {
  const count = (status: QuoteStatus): number => checks.filter((check) => check.status === status).length;
  return {
    quotes: checks.length,
    exact: count('exact'),
    layout: count('layout'),
    near: count('near'),
    missing: count('missing'),
    struck: count('struck'),
    misplaced: checks.filter(({ status, placed }) => (status === 'exact' || status === 'layout') && placed !== true).length,
  };
}

/** Whether the quote was found word for word (layout aside) in the provision that the reviewer named. */
export function isVerified({ status, placed }: Pick<QuoteCheck, 'status' | 'placed'>): boolean {
  return (status === 'exact' || status === 'layout') && placed === true;
}

/** The draft's side of a comparison. */
export function draftWords(differences: readonly Difference[]): string {
  return differences.flatMap(({ kind, text }) => (kind === 'gone' ? [] : [text.trim()])).join(' ');
}

/** The checks of all quotes in an assessment, in the order of the file. */
export function checksOf({ answers, steps, flags }: Assessment): QuoteCheck[] {
  return [...answers.values(), ...steps.values(), ...flags.values()].flatMap(({ evidence = [] }) =>
    evidence.flatMap(({ check }) => check ?? []),
  );
}
