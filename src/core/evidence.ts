import type { Assessment, Difference, QuoteCheck, QuoteStatus } from './answers.ts';

/** The result of `compass evidence check`. */
export interface EvidenceResult {
  readonly format: 'compass-evidence/1';
  readonly checks: readonly EvidenceCheck[];
  /** Answers files whose quotes could not be looked up, and why. */
  readonly failures: readonly { readonly source: string; readonly errors: readonly { readonly message: string }[] }[];
  readonly summary: EvidenceSummary;
}

export interface EvidenceCheck {
  /** The answers file. */
  readonly source: string;
  /** The draft's file that was searched. */
  readonly draft: string;
  /** Id of the question or of the red flag. */
  readonly question: string;
  readonly kind: 'question' | 'flag';
  readonly quote: string;
  /** The provision that the reviewer named; null where none was. */
  readonly at: string | null;
  readonly status: QuoteStatus;
  /** Every provision that the quote stands in. */
  readonly foundAt: readonly string[];
  /** From 1; null where it was not found, or the format has no lines. */
  readonly line: number | null;
  readonly page?: number;
  /** Whether the quote stands in the provision that `at` names. */
  readonly placed: boolean;
  readonly differences?: readonly Difference[];
  readonly apart?: true;
}

/** How many quotes stand how in the draft. */
export interface EvidenceSummary {
  readonly quotes: number;
  readonly exact: number;
  readonly layout: number;
  readonly near: number;
  readonly missing: number;
  /** Of the exact and the same but for layout: not in the provision that was named. */
  readonly misplaced: number;
}

/** The result of `compass evidence find`. */
export interface FindResult {
  readonly format: 'compass-find/1';
  readonly draft: string;
  readonly results: readonly Found[];
}

/** The best passages for a question of the rubric, or for words that were typed. */
export interface Found {
  readonly question: string | null;
  readonly query: string | null;
  readonly hits: readonly Hit[];
}

export interface Hit {
  readonly label: string;
  readonly heading: string | null;
  /** Comparable within one search only. */
  readonly score: number;
  readonly line: number | null;
  readonly page?: number;
  /** The sentence or two that matter most. */
  readonly passage: string;
  /** Where in the passage the matching words stand: from, up to. */
  readonly marks: readonly (readonly [number, number])[];
}

/** The result of `compass evidence outline`. */
export interface OutlineResult {
  readonly format: 'compass-outline/1';
  readonly draft: string;
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

/** What became of a piece of evidence in the new version of a draft. */
export type EvidenceFate = 'unchanged' | 'moved' | 'changed' | 'gone' | 'unknown';

/** The result of `compass evidence rebase`. */
export interface RebaseResult {
  readonly format: 'compass-rebase/1';
  readonly source: string;
  /** The file that the assessment was written to. */
  readonly output: string;
  /** The text it was made on; null where it is not there any more. */
  readonly from: string | null;
  readonly to: string;
  readonly evidence: readonly RebasedEvidence[];
  /** Answers that have to be looked at again, with the reason that is written in the file. */
  readonly review: readonly { readonly question: string; readonly kind: 'question' | 'flag'; readonly because: string }[];
  /** New provisions that may answer what is open or low. */
  readonly additions: readonly Addition[];
  readonly summary: Readonly<Record<EvidenceFate, number>>;
}

export interface RebasedEvidence {
  readonly question: string;
  readonly kind: 'question' | 'flag';
  readonly quote: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly fate: EvidenceFate;
  readonly differences?: readonly Difference[];
  /** Of a quote that stands as it was: how the words around it, in its provision, changed. */
  readonly around?: readonly Difference[];
}

export interface Addition {
  readonly label: string;
  readonly heading: string | null;
  readonly line: number | null;
  /** Questions without an answer, or low ones, that it may answer; the likeliest first. */
  readonly questions: readonly string[];
}

/** Counts the checks of quotes by how they came out. */
export function summariseEvidence(checks: readonly Pick<QuoteCheck, 'status' | 'placed'>[]): EvidenceSummary {
  const count = (status: QuoteStatus): number => checks.filter((check) => check.status === status).length;
  return {
    quotes: checks.length,
    exact: count('exact'),
    layout: count('layout'),
    near: count('near'),
    missing: count('missing'),
    misplaced: checks.filter(({ status, placed }) => (status === 'exact' || status === 'layout') && !placed).length,
  };
}

/** Whether a check found the words, and found them where they should be. */
export function isVerified({ status, placed }: Pick<QuoteCheck, 'status' | 'placed'>): boolean {
  return (status === 'exact' || status === 'layout') && placed;
}

/** Every check that was made of an assessment's quotes, in the order of the file. */
export function checksOf({ answers, flags }: Assessment): QuoteCheck[] {
  return [...answers.values(), ...flags.values()].flatMap(({ evidence }) => evidence.flatMap(({ check }) => check ?? []));
}
