import type { Gates } from '../../core/gates.ts';
import type { Rubric } from '../../core/rubric.ts';
import type { StreamFormat } from '../../report/data/stream.ts';
import type { Limits } from '../limits.ts';
import type { Run } from '../run.ts';
import type { FaultyFile, ScoredFile } from '../scoring/score-file.ts';

/** A part of a batch that one thread scores in one go. */
export type Task =
  | { readonly kind: 'files'; readonly sources: readonly string[] }
  /** The text of standard input, one assessment. */
  | { readonly kind: 'text'; readonly source: string; readonly text: string }
  /** Whole lines, each an assessment in JSON. `first` is the number of the first line, from 1. */
  | { readonly kind: 'lines'; readonly source: string; readonly first: number; readonly bytes: Uint8Array };

/** What is retained of each assessment until the end of the run: all, for documents; what a table of many shows; nothing. */
export type Retention = 'all' | 'table' | 'nothing';

/** All that a worker thread has to know to score; it can be sent in a message. */
export interface BatchSetup {
  readonly root: string;
  readonly version: string;
  readonly cwd: string;
  readonly limits: Limits;
  readonly language: Run['language'];
  readonly rubric: Rubric;
  readonly digest: string;
  readonly gates: Gates;
  /** The formats that are written while the run goes on, in the order of the outputs. */
  readonly streams: readonly StreamFormat[];
  /** For csv: one row a law. */
  readonly wide: boolean;
  readonly retain: Retention;
}

/** Memory for the bytes of each streamed format. It is reused, because allocating it for every task costs more than filling it. */
export type Buffers = readonly Uint8Array[];

/** A task that was scored. */
export interface ScoredTask {
  /** For each streamed format the bytes of its assessments, in the buffers that were given. */
  readonly parts: Buffers;
  readonly scores: readonly (number | null)[];
  readonly gatesFailed: number;
  /** The assessments, as far as they are retained, in order. */
  readonly retained: readonly ScoredFile[];
  /** The files that could not be scored, in order. */
  readonly faulty: readonly FaultyFile[];
  /** Paths of the drafts that were read. */
  readonly drafts: readonly string[];
}
