import type { Result } from '../../../core/result.ts';
import { registry } from '../../../report/registry.ts';
import type { ReportInput } from '../../../report/reporter.ts';
import type { Run } from '../../../run/run.ts';
import type { RunResult } from '../../../run/scoring/assemble-result.ts';
import { withRobustness } from '../../../run/scoring/robustness.ts';
import { type Layout, type Output, writeReports } from '../../output/outputs.ts';
import type { Explain } from './explain.ts';
import type { ScoreRequest } from './request.ts';

/**
 * Writes what is made from the whole result: the arithmetic if `--explain` asks for it, else the reports.
 * @throws CompassError with every output that can't be written
 */
export async function writeDocuments(
  run: Run,
  request: ScoreRequest,
  documents: readonly Output[],
  scored: RunResult,
): Promise<void> {
  if (request.explain) return writeExplanation(run, request, request.explain, scored);
  const { prepared, method, wide } = request;
  const outputs = documents.filter((output) => isWorthWriting(output, scored.result));
  const drawn = outputs.length === 0 ? undefined : method;
  const result = await withRobustness(prepared, scored.result, scored.assessments, drawn);
  const inputFor = (layout: Layout): ReportInput => ({
    ...scored,
    result,
    rubric: prepared.rubric,
    wide,
    ...layout,
  });
  await writeReports(run, { outputs, formats: registry.score, inputFor }, request);
}

/** If nothing could be scored, nothing is written for the terminal: the errors are on standard error. */
function isWorthWriting({ format }: Output, { assessments }: Result): boolean {
  return assessments.length > 0 || format !== 'terminal';
}

/** Writes the arithmetic instead of the reports. */
async function writeExplanation(run: Run, request: ScoreRequest, { id }: Explain, { result }: RunResult): Promise<void> {
  const { outputs, prepared } = request;
  const inputFor = (layout: Layout) => ({ result, rubric: prepared.rubric, id, ...layout });
  await writeReports(run, { outputs, formats: registry['score --explain'], inputFor }, request);
}
