import { resolve } from 'node:path';
import { readAnswers } from '../answers/read.ts';
import type { AnswerPlaces, Assessment } from '../core/answers.ts';
import type { AssessmentResult, Failure, GateResult, Result } from '../core/result.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { scoreAssessment } from '../core/score.ts';
import { summarise } from '../core/summary.ts';
import type { Origin } from '../report/origin.ts';
import { CompassError, type Problem, problemHint, problemMessage } from '../source/problem.ts';
import { decodeText, readText } from '../source/read.ts';
import { type DraftOpener, verified } from './draft-text.ts';
import type { Context, Io } from './io.ts';
import { keep } from './kept.ts';
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

/** The text of an answers file; `-` is standard input. */
export async function readSource(io: Io, source: string): Promise<string> {
  if (source === '-') return readStdin(io);
  const path = resolve(io.cwd(), source);
  await keep(io, path);
  return readText(path, source);
}

/**
 * Scores one answers file. What is wrong with the file is an outcome; anything else is thrown.
 * @param gatesOf the gates that were asked for, held or not
 */
export async function scoreFile(
  io: Io,
  source: string,
  prepared: PreparedRubric,
  openDraft: DraftOpener,
  gatesOf: (result: AssessmentResult) => GateResult[] = () => [],
): Promise<Outcome> {
  try {
    const read = readAnswers(await readSource(io, source), source, prepared);
    const { assessment, evidence } = await verified(source, read.assessment, openDraft);
    const result = scoreAssessment(prepared, assessment, source);
    const gated = { ...result, gates: gatesOf(result), ...(evidence && { evidence }) };
    return { source, assessment, result: gated, places: read.places };
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
  { version, io }: Context,
  { rubric, digest }: PreparedRubric,
  outcomes: readonly Outcome[],
  inputs: readonly Problem[],
): RunOutcome {
  const scored = outcomes.filter((outcome) => 'result' in outcome);
  const failures = [
    ...inputs.map((problem) => toFailure(problem.source, [problem])),
    ...outcomes.flatMap((outcome) => ('problems' in outcome ? [toFailure(outcome.source, outcome.problems)] : [])),
  ];
  const results = scored.map((outcome) => outcome.result);
  return {
    result: {
      format: 'compass-result/1',
      tool: { name: 'ungps-compass', version },
      rubric: { id: rubric.id, version: rubric.version, digest },
      assessments: results,
      failures,
      summary: summarise(results, failures),
    },
    assessments: scored.map((outcome) => outcome.assessment),
    origins: originsOf(io.cwd(), scored, failures),
  };
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

async function readStdin({ stdin, stderr }: Io): Promise<string> {
  if (stdin.isTTY) stderr.write('Waiting for answers on standard input; end with Ctrl-D.\n');
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return decodeText(Buffer.concat(chunks), '-');
}
