import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { baselineGates, counterparts } from '../../../core/baseline.ts';
import type { AssessmentResult, GateResult, Result } from '../../../core/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { summarise } from '../../../core/summary.ts';
import { phrase } from '../../../messages/phrases.ts';
import { jsonText } from '../../../report/data/json.ts';
import type { Io } from '../../../run/io.ts';
import { isKept, keep } from '../../../run/kept.ts';
import { limitsOf } from '../../../run/limits.ts';
import { replaceFile } from '../../../run/outputs/write-output.ts';
import { CompassError } from '../../../source/problem.ts';
import { readExisting, readText } from '../../../source/read.ts';

/** Why a `baseline` gate holds that compared nothing. */
const notInBaseline = 'not-in-baseline';

/** A stored result to compare with, and how far a low may fall. */
export interface BaselineOptions {
  readonly file: string;
  /** Points, 0..100. */
  readonly tolerance: number;
  readonly allowOtherRubric: boolean;
}

/**
 * Reads a baseline.
 * @returns what is worse about an assessment; of a draft that the baseline does not have, that there is nothing to compare
 * @throws CompassError where it is missing, is no result, or was made with another rubric
 */
export async function baselineGate(
  io: Io,
  { file, tolerance, allowOtherRubric }: BaselineOptions,
  { rubric, digest }: PreparedRubric,
  sources: readonly string[],
  warn: (line: string) => void,
): Promise<(result: AssessmentResult) => GateResult[]> {
  const stored = parseResult(await readBaseline(io, file), file);
  const { id, version, digest: found } = stored.rubric;
  if (id !== rubric.id || (found !== digest && !allowOtherRubric)) {
    const name = (rubricId: string, number: string, sum: string): string => `${rubricId} ${number} (${sum.slice(0, 19)})`;
    throw CompassError.of('baseline-other-rubric', file, {
      found: name(id, version, found),
      expected: name(rubric.id, rubric.version, digest),
    });
  }
  const matched = counterparts(sources, stored.assessments);
  for (const source of sources) if (!matched.has(source)) warn(phrase('notes', 'not-in-baseline', { source, file }));
  return (result) => {
    const before = matched.get(result.source);
    // Said in the result: a draft that was renamed must not slip past unseen.
    return before ? baselineGates(result, before, tolerance) : [{ gate: 'baseline', holds: true, because: [notInBaseline] }];
  };
}

/**
 * @param text the old baseline, undefined where there is none
 * @returns its drafts that this run did not score and that are still there: a run of one file must not drop the others
 * @throws CompassError where the file is no stored result (somebody's work, named by mistake), or was made with another rubric and
 * holds drafts that would have to be scored anew
 */
async function notInThisRun(io: Io, file: string, text: string | undefined, result: Result): Promise<AssessmentResult[]> {
  if (text === undefined || text.trim() === '') return [];
  const stored = parseResult(text, file);
  const sources = result.assessments.map(({ source }) => source);
  const replaced = new Set(counterparts(sources, stored.assessments).values());
  const left: AssessmentResult[] = [];
  for (const assessment of stored.assessments) {
    if (replaced.has(assessment)) continue;
    const isThere = await access(resolve(io.cwd(), assessment.source)).then(
      () => true,
      () => false,
    );
    if (isThere) left.push(assessment);
  }
  if (left.length > 0 && stored.rubric.digest !== result.rubric.digest)
    throw CompassError.of('baseline-partial', file, { sources: left.map(({ source }) => source).join(', ') });
  return left;
}

async function readBaseline(io: Io, file: string): Promise<string> {
  try {
    const path = resolve(io.cwd(), file);
    keep(io, path);
    return await readText(path, file, (await limitsOf(io)).maxBytes);
  } catch (error) {
    const missing = error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found');
    throw missing ? CompassError.of('baseline-missing', file, { file }) : error;
  }
}

/** A stored result. Only what the comparison looks at is checked: a later version may have written more. */
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

/** JSON may hold 1e999, which is no number that can be compared. */
function isScore(low: unknown): boolean {
  return low === null || Number.isFinite(low);
}

/**
 * Writes a result as the new baseline, whole or not at all.
 * @throws CompassError where a file could not be scored, since its part of the old baseline would be lost, and where another program
 * has changed the baseline meanwhile
 */
export async function updateBaseline(io: Io, file: string, result: Result): Promise<void> {
  if (result.failures.length > 0) throw CompassError.of('baseline-not-written', file);
  const path = resolve(io.cwd(), file);
  if (await isKept(io, path)) throw CompassError.of('output-is-input', file);
  const before = await readExisting(path, file, (await limitsOf(io)).maxBytes);
  const kept = await notInThisRun(io, file, before, result);
  // The gates of the day it was written are no part of it: they would only make noise in its history.
  const assessments = [...result.assessments, ...kept]
    .map((assessment) => ({ ...assessment, gates: [] }))
    .sort((a, b) => (a.source < b.source ? -1 : 1));
  await replaceFile(io, file, before, jsonText({ ...result, assessments, summary: summarise(assessments, []) }));
}
