import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { withLock } from '../../../answers/lock.ts';
import { baselineGates, matchBaseline } from '../../../core/baseline.ts';
import type { AssessmentResult, BaselineReport, GateResult, Result } from '../../../core/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { summarise } from '../../../core/summary.ts';
import { listed } from '../../../messages/lists.ts';
import { jsonText } from '../../../report/data/json.ts';
import { readNamedFile } from '../../../run/inputs/read-input.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { readExisting } from '../../../source/read.ts';
import { shellWord } from '../../../text/shell-word.ts';

/** Why a `baseline` gate holds that compared nothing. */
const notInBaseline = 'not-in-baseline';

/** A stored result, and what is done with it. */
export interface BaselineRequest {
  readonly file: string;
  /** By how many points a lower bound may fall, 0..100. */
  readonly tolerance: number;
  readonly allowOtherRubric: boolean;
  /** Whether to replace it instead of comparing with it. */
  readonly update: boolean;
  /** Whether the run is of some drafts only: those that it lacks do not fail it. */
  readonly partial: boolean;
}

/** The gate of a run on its baseline. */
export interface Baseline {
  /** What is worse about an assessment. If the baseline does not have it, the gate holds and says that nothing was compared. */
  readonly gatesOf: (result: AssessmentResult) => GateResult[];
  /** How the drafts of the run correspond to those of the baseline. To be asked after the last assessment. */
  readonly report: () => BaselineReport;
}

/**
 * Reads the baseline that a run is compared with.
 * @throws CompassError if it is missing, is not a result, or was made with another rubric
 */
export async function readBaseline(
  run: Run,
  { file, tolerance, allowOtherRubric, partial }: BaselineRequest,
  prepared: PreparedRubric,
  sources: readonly string[],
): Promise<Baseline> {
  const stored = parseResult(await baselineText(run, file), file);
  refuseOtherRubric(stored, prepared, file, allowOtherRubric);
  const { counterpartOf, report } = matchBaseline(sources, stored.assessments, (source) => resolve(run.io.cwd(), source));
  return {
    gatesOf: (result) => {
      const before = counterpartOf(result);
      // In the result too, so that a draft that was renamed does not escape the gate unseen.
      return before ? baselineGates(result, before, tolerance) : [{ gate: 'baseline', holds: true, because: [notInBaseline] }];
    },
    report: () => (partial ? { ...report(), missing: [] } : report()),
  };
}

function refuseOtherRubric(stored: Result, { rubric, digest }: PreparedRubric, file: string, allowOtherVersion: boolean): void {
  const { id, version, digest: found } = stored.rubric;
  if (id === rubric.id && (found === digest || allowOtherVersion)) return;
  const name = (rubricId: string, number: string, sum: string): string => `${rubricId} ${number} (${sum.slice(0, 19)})`;
  throw CompassError.of('baseline-other-rubric', file, {
    found: name(id, version, found),
    expected: name(rubric.id, rubric.version, digest),
  });
}

async function baselineText(run: Run, file: string): Promise<string> {
  run.protect(file);
  try {
    return await readNamedFile(run, file);
  } catch (error) {
    const missing = error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found');
    throw missing ? CompassError.of('baseline-missing', file, { file: shellWord(file) }) : error;
  }
}

/**
 * Parses a stored result. Checks only what the comparison looks at: a later version may have written more.
 * @throws CompassError if it is not one
 */
export function parseResult(text: string, file: string): Result {
  try {
    const value = JSON.parse(text) as Partial<Result> | null;
    const { format, rubric, assessments } = value ?? {};
    const isNamed = [rubric?.id, rubric?.version, rubric?.digest].every((part) => typeof part === 'string');
    if (format === 'compass-result/1' && isNamed && Array.isArray(assessments) && assessments.every(isComparable))
      return value as Result;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw CompassError.of('baseline-unreadable', file);
}

function isComparable(assessment: Partial<AssessmentResult> | null): boolean {
  const { source, low, features, gaps, flags, questions } = assessment ?? {};
  const areLists = [features, gaps, flags, questions].every(
    (list) => Array.isArray(list) && list.every((entry) => entry !== null && typeof entry === 'object'),
  );
  return typeof source === 'string' && areLists && [low, ...(features ?? []).map((feature) => feature.low)].every(isScore);
}

/** JSON may hold 1e999, which is read as infinity. */
function isScore(low: unknown): boolean {
  return low === null || Number.isFinite(low);
}

/**
 * Puts a result into the baseline. Drafts that this run did not score stay in it. Another process that updates the same baseline
 * at the same time loses nothing.
 * @throws CompassError if a file could not be scored, since its part of the old baseline would be lost, and if a program that
 * takes no lock has changed the baseline meanwhile
 */
export async function updateBaseline(run: Run, file: string, result: Result): Promise<void> {
  if (result.failures.length > 0) throw CompassError.of('baseline-not-written', file);
  const path = resolve(run.io.cwd(), file);
  if (await run.isProtected(path)) throw CompassError.of('output-is-input', file);
  const { maxBytes } = await run.limits();
  await withLock(path, async () => {
    const before = await readExisting(path, file, maxBytes);
    const others = await notInThisRun(run, file, before, result);
    // Without the gates, which change from day to day and would fill the history of the file with noise.
    const assessments = [...result.assessments, ...others]
      .map((assessment) => ({ ...assessment, gates: [] }))
      .sort((a, b) => (a.source < b.source ? -1 : 1));
    await replaceFile(run, file, before, jsonText({ ...result, assessments, summary: summarise(assessments, []) }));
  });
}

/**
 * The drafts of the old baseline that this run did not score and whose files still exist.
 * @param text the old baseline; undefined if there is none
 * @throws CompassError if the file is not a stored result (for example an answers file, named by mistake), or if it was made with
 * another rubric and contains drafts that would have to be scored again
 */
async function notInThisRun({ io }: Run, file: string, text: string | undefined, result: Result): Promise<AssessmentResult[]> {
  if (text === undefined || text.trim() === '') return [];
  const stored = parseResult(text, file);
  const scored = new Set(result.assessments.map(({ source }) => resolve(io.cwd(), source)));
  const others: AssessmentResult[] = [];
  for (const assessment of stored.assessments) {
    const path = resolve(io.cwd(), assessment.source);
    if (!scored.has(path) && (await exists(path))) others.push(assessment);
  }
  if (others.length > 0 && stored.rubric.digest !== result.rubric.digest)
    throw CompassError.of('baseline-partial', file, { sources: listed(others.map(({ source }) => source)) });
  return others;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
