import { resolve } from 'node:path';
import { readAnswers } from '../answers/read.ts';
import type { AnswerPlaces, Assessment } from '../core/answers.ts';
import type { AssessmentResult, Failure, GateResult, Result } from '../core/result.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { scoreAssessment } from '../core/score.ts';
import { summarise } from '../core/summary.ts';
import { phrase } from '../messages/phrases.ts';
import type { Origin } from '../report/data/origin.ts';
import { CompassError, type Problem, problemHint, problemMessage } from '../source/problem.ts';
import { decodeText, readStream, readTextNow } from '../source/read.ts';
import { type DraftOpener, draftFile, verified } from './draft-text.ts';
import type { Context, Io } from './io.ts';
import { limitsOf } from './limits.ts';
import { originsOf } from './origins.ts';

/** A scored file, or what is wrong with it. */
export type Outcome =
  | {
      readonly source: string;
      readonly assessment: Assessment;
      readonly result: AssessmentResult;
      /** Absent where no file was read. */
      readonly places?: () => AnswerPlaces;
    }
  | { readonly source: string; readonly problems: readonly Problem[] };

/** The text of an answers file; `-` is standard input. That it is read is for the caller to note (`keep`). */
export async function readSource(io: Pick<Io, 'cwd' | 'stdin' | 'stderr'>, source: string): Promise<string> {
  const { maxBytes } = await limitsOf(io);
  if (source === '-') return readStdin(io, maxBytes);
  return readTextNow(resolve(io.cwd(), source), source, maxBytes);
}

/** How a file is scored beside what it says. */
export interface Scoring {
  readonly io: Pick<Io, 'cwd'>;
  readonly prepared: PreparedRubric;
  readonly openDraft: DraftOpener;
  /** The gates that were asked for, held or not. */
  readonly gatesOf?: (result: AssessmentResult) => GateResult[];
}

/** Scores one answers file. What is wrong with the file is an outcome; anything else is thrown. */
export async function scoreFile(io: Pick<Io, 'cwd' | 'stdin' | 'stderr'>, source: string, scoring: Scoring): Promise<Outcome> {
  return scoreText(source, () => readSource(io, source), scoring);
}

/**
 * The same for a text that is to be read.
 * @param source what the file is called; the draft's text is looked for beside it
 */
export async function scoreText(
  source: string,
  read: () => string | Promise<string>,
  { io, prepared, openDraft, gatesOf = () => [] }: Scoring,
): Promise<Outcome> {
  try {
    const answers = readAnswers(await read(), source, prepared);
    await draftFile(io, source, answers);
    const { assessment, evidence } = await verified(source, answers.assessment, openDraft);
    const result = scoreAssessment(prepared, assessment, source);
    const gated = { ...result, gates: gatesOf(result) };
    return { source, assessment, result: evidence ? { ...gated, evidence } : gated, places: answers.places };
  } catch (error) {
    if (error instanceof CompassError) return { source, problems: error.problems };
    throw error;
  }
}

/** What a run comes to: its result, and what the reports are made from beside it, in the same order. */
interface RunOutcome {
  readonly result: Result;
  readonly assessments: readonly Assessment[];
  readonly origins: ReadonlyMap<string, Origin>;
}

/** The result of a run. Faults of the file names themselves (`inputs`) are failures too: nothing that was asked for goes unsaid. */
export function toResult(
  context: Context,
  prepared: PreparedRubric,
  outcomes: readonly Outcome[],
  inputs: readonly Problem[],
): RunOutcome {
  const scored = outcomes.filter((outcome) => 'result' in outcome);
  const failures = toFailures(
    inputs,
    outcomes.filter((outcome) => 'problems' in outcome),
  );
  const results = scored.map((outcome) => outcome.result);
  return {
    result: { ...resultHead(context, prepared), assessments: results, failures, summary: summarise(results, failures) },
    assessments: scored.map((outcome) => outcome.assessment),
    origins: originsOf(context.io.cwd(), scored, failures),
  };
}

/** What a result says of itself. */
export function resultHead(
  { version }: Pick<Context, 'version'>,
  { rubric, digest }: Pick<PreparedRubric, 'rubric' | 'digest'>,
): Pick<Result, 'format' | 'tool' | 'rubric'> {
  return {
    format: 'compass-result/1',
    tool: { name: 'ungps-compass', version },
    rubric: { id: rubric.id, version: rubric.version, digest },
  };
}

/** Faults of file names, each a failure, and files that could not be scored. */
export function toFailures(
  inputs: readonly Problem[],
  faulty: readonly { readonly source: string; readonly problems: readonly Problem[] }[],
): Failure[] {
  return [
    ...inputs.map((problem) => toFailure(problem.source, [problem])),
    ...faulty.map(({ source, problems }) => toFailure(source, problems)),
  ];
}

function toFailure(source: string, problems: readonly Problem[]): Failure {
  return {
    source,
    errors: problems.map((problem) => {
      const hint = problemHint(problem);
      return {
        message: problemMessage(problem),
        ...(problem.line !== undefined && { line: problem.line }),
        ...(problem.column !== undefined && { column: problem.column }),
        ...(hint !== undefined && { hint }),
      };
    }),
  };
}

/** A terminal that waits for what is to be typed looks like one that hangs. */
export function tellWaiting({ stdin, stderr }: Pick<Io, 'stdin' | 'stderr'>): void {
  if (stdin.isTTY) stderr.write(`${phrase('notes', 'waiting')}\n`);
}

async function readStdin({ stdin, stderr }: Pick<Io, 'stdin' | 'stderr'>, maxBytes: number | undefined): Promise<string> {
  tellWaiting({ stdin, stderr });
  return decodeText(await readStream(stdin, '-', maxBytes), '-');
}
