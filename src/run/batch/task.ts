import type { Gates } from '../../core/gates.ts';
import type { AssessmentResult } from '../../core/result.ts';
import type { Rubric } from '../../core/rubric.ts';
import type { StreamFormat } from '../../report/data/stream.ts';
import type { Problem } from '../../source/problem.ts';
import type { Limits } from '../limits.ts';
import type { Outcome } from '../scoring/score-file.ts';

/** A piece of a batch: what one thread scores in one go. */
export type Task =
  | { readonly kind: 'files'; readonly sources: readonly string[] }
  /** The text of standard input, one assessment. */
  | { readonly kind: 'text'; readonly source: string; readonly text: string }
  /** Whole lines, each an assessment in JSON. */
  | { readonly kind: 'lines'; readonly source: string; readonly first: number; readonly bytes: Uint8Array };

/** What of each assessment the run needs at its end: all, for documents; what a table of many shows; nothing. */
export type Keep = 'all' | 'table' | 'nothing';

/** All that a thread has to know to score. It can be sent from one to another. */
export interface BatchSetup {
  readonly cwd: string;
  readonly limits: Limits;
  readonly rubric: Rubric;
  readonly digest: string;
  readonly gates: Gates;
  /** The formats that are written as the run goes on, in the order of the outputs. */
  readonly streams: readonly StreamFormat[];
  /** One row a law, in a csv. */
  readonly wide: boolean;
  readonly keep: Keep;
}

/** Memory for the bytes of each streamed format: a fresh piece for every task would cost more than to fill it. */
export type Room = readonly Uint8Array[];

/** A task that was scored. */
export interface Scored {
  /** For each streamed format the bytes of its assessments, in the room that was given for them. */
  readonly parts: readonly Uint8Array[];
  readonly scores: readonly (number | null)[];
  readonly gatesFailed: number;
  /** The assessments, as far as they are kept, in order. */
  readonly kept: readonly Kept[];
  /** Those that could not be scored, in order. */
  readonly faulty: readonly Faulty[];
  /** Texts of drafts that were read, which no output may replace. */
  readonly drafts: readonly string[];
}

export type Kept = Extract<Outcome, { readonly result: AssessmentResult }>;

export interface Faulty {
  readonly source: string;
  readonly problems: readonly Problem[];
}
