import type { AnswerPlaces, Evidence } from '../../core/answers.ts';
import { isVerified } from '../../core/evidence.ts';

/** The files of an assessment, relative to the working folder, with forward slashes, and positions in them. */
export interface Origin {
  readonly file: string;
  /** The draft's text; absent if the answers name none. */
  readonly draft?: string;
  /** Absent if the file could not be read. */
  readonly places?: () => AnswerPlaces;
}

/** A line of a file, from 1. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** The position of the answer to a question or a red flag; the top of the file if there is none. */
export function answerSpot({ file, places }: Origin, kind: 'question' | 'flag', id: string): Spot {
  const found = places?.();
  const place = (kind === 'question' ? found?.answers : found?.flags)?.get(id);
  return { file, line: place?.line ?? 1, column: place?.column ?? 1 };
}

/** The lines of the draft with verified quotes, each once. Word and PDF files have no lines that a reader could open. */
export function quoteSpots({ draft }: Origin, evidence: readonly Evidence[]): Spot[] {
  if (draft === undefined || /\.(docx|pdf)$/i.test(draft)) return [];
  const lines = evidence.flatMap(({ check }) => (check && isVerified(check) && check.line !== null ? [check.line] : []));
  return [...new Set(lines)].map((line) => ({ file: draft, line }));
}
