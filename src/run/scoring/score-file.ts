import { readAnswers } from '../../answers/read.ts';
import type { AnswerPlaces, Assessment } from '../../core/answers.ts';
import type { AssessmentResult, GateResult } from '../../core/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { scoreAssessment } from '../../core/score.ts';
import { CompassError, type Problem } from '../../source/problem.ts';
import { checkQuotes } from '../drafts/check-quotes.ts';
import { allowedDraft } from '../drafts/draft-access.ts';
import type { DraftOpener } from '../drafts/open-draft.ts';
import { readInput } from '../inputs/read-input.ts';
import type { Run } from '../run.ts';

/** An assessment that was scored. */
export interface ScoredFile {
  readonly source: string;
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
  /** Absent if no file was read. */
  readonly places?: () => AnswerPlaces;
}

/** A file that could not be scored. */
export interface FaultyFile {
  readonly source: string;
  readonly problems: readonly Problem[];
}

export type Outcome = ScoredFile | FaultyFile;

/** What scoring needs besides the file. */
export interface Scoring {
  readonly run: Pick<Run, 'io' | 'limits'>;
  readonly prepared: PreparedRubric;
  readonly openDraft: DraftOpener;
  /** Evaluates the gates that were asked for. */
  readonly gatesOf?: (result: AssessmentResult, assessment: Assessment) => GateResult[];
}

/** Scores one answers file; `-` is standard input. An error in the file is an outcome; any other error is thrown. */
export async function scoreFile(source: string, scoring: Scoring): Promise<Outcome> {
  return scoreText(source, () => readInput(scoring.run, source), scoring);
}

/**
 * Scores the text of one answers file.
 * @param source the name of the file; its draft is looked for relative to this
 */
export async function scoreText(source: string, read: () => string | Promise<string>, scoring: Scoring): Promise<Outcome> {
  const { run, prepared, openDraft, gatesOf = () => [] } = scoring;
  try {
    const answers = readAnswers(await read(), source, prepared);
    const draft = await allowedDraft(run, source, answers.assessment, answers.parsed.problem);
    const { assessment, evidence } = await checkQuotes(draft, answers.assessment, openDraft);
    const result = scoreAssessment(prepared, assessment, source);
    const gated = { ...result, gates: gatesOf(result, assessment) };
    return { source, assessment, result: evidence ? { ...gated, evidence } : gated, places: answers.places };
  } catch (error) {
    if (error instanceof CompassError) return { source, problems: error.problems };
    throw error;
  }
}
