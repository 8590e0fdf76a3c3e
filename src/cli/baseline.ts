import { resolve } from 'node:path';
import { baselineGates, counterparts } from '../core/baseline.ts';
import type { AssessmentResult, GateResult, Result } from '../core/result.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { jsonText } from '../report/json.ts';
import { phrasesOf } from '../report/phrases.ts';
import { CompassError } from '../source/problem.ts';
import { readText } from '../source/read.ts';
import type { Io } from './io.ts';
import { writeOutput } from './output.ts';

const tell = phrasesOf('notes');

/** A stored result to compare with, and how far a low may fall. */
export interface BaselineOptions {
  readonly file: string;
  /** Points, 0..100. */
  readonly tolerance: number;
  readonly allowOtherRubric: boolean;
}

/**
 * Reads a baseline.
 * @returns what is worse about an assessment; empty for a draft that the baseline does not have
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
  for (const source of sources) if (!matched.has(source)) warn(tell('not-in-baseline', { source, file }));
  return (result) => {
    const before = matched.get(result.source);
    return before ? baselineGates(result, before, tolerance) : [];
  };
}

/** What is there and no stored result is somebody's work, named by mistake. */
async function refuseOther(io: Io, file: string): Promise<void> {
  const text = await readText(resolve(io.cwd(), file), file).catch((error: unknown) => {
    const missing = error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found');
    if (missing) return undefined;
    throw error;
  });
  if (text !== undefined && text.trim() !== '') parseResult(text, file);
}

async function readBaseline(io: Io, file: string): Promise<string> {
  try {
    return await readText(resolve(io.cwd(), file), file);
  } catch (error) {
    const missing = error instanceof CompassError && error.problems.some(({ code }) => code === 'not-found');
    throw missing ? CompassError.of('baseline-missing', file, { file }) : error;
  }
}

/** A stored result. Only what the comparison looks at is checked: a later version may have written more. */
function parseResult(text: string, file: string): Result {
  try {
    const value = JSON.parse(text) as Partial<Result> | null;
    if (value?.format === 'compass-result/1' && value.rubric && value.assessments?.every(isComparable)) return value as Result;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw CompassError.of('baseline-unreadable', file);
}

function isComparable(assessment: Partial<AssessmentResult>): boolean {
  const { source, low, features, gaps, flags, questions } = assessment;
  const isScore = low === null || typeof low === 'number';
  return typeof source === 'string' && isScore && [features, gaps, flags, questions].every(Array.isArray);
}

/**
 * Writes a result as the new baseline, whole or not at all.
 * @throws CompassError where a file could not be scored: its part of the old baseline would be lost
 */
export async function updateBaseline(io: Io, file: string, result: Result): Promise<void> {
  if (result.failures.length > 0) throw CompassError.of('baseline-not-written', file);
  await refuseOther(io, file);
  // The gates of the day it was written are no part of it: they would only make noise in its history.
  const assessments = result.assessments.map((assessment) => ({ ...assessment, gates: [] }));
  await writeOutput(io, jsonText({ ...result, assessments, summary: { ...result.summary, gatesFailed: 0 } }), file);
}
