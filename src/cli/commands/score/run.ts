import { withBaseline } from '../../../core/baseline.ts';
import type { BaselineReport, Result } from '../../../core/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { cutTasks, type TaskSource } from '../../../run/batch/cut-tasks.ts';
import { type Batch, runBatch } from '../../../run/batch/run-batch.ts';
import { printProblems } from '../../../run/outputs/print-problems.ts';
import type { Run } from '../../../run/run.ts';
import { toResult } from '../../../run/scoring/assemble-result.ts';
import { withOwnRobustness } from '../../../run/scoring/robustness.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { visible } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';
import type { Baseline } from './baseline.ts';
import type { ScoreOptions } from './options.ts';
import { type OutputPlan, planOutputs } from './plan-outputs.ts';
import { parseRequest, type ScoreRequest } from './request.ts';
import { writeDocuments } from './write-documents.ts';

/** `compass score`: exit code 0; 1 if a gate does not hold; 2 if a file could not be scored. The other files are still scored. */
export async function runScore(run: Run, given: readonly string[], options: ScoreOptions): Promise<number> {
  const request = await parseRequest(run, given, options);
  const { prepared, inputs, quiet } = request;
  const baseline = await openBaseline(run, request);
  printProblems(run.io.stderr, inputs.problems);
  const source = await cutTasks(run, inputs.sources);
  const plan = planOutputs(request, source.count);
  const { retained, faulty, summary, unwritten } = await runBatch(run, toBatch(request, plan, source, baseline));
  const outcome = toResult(run, prepared, [...retained, ...faulty], inputs.problems);
  const scored = { ...outcome, result: withBaseline(outcome.result, baseline?.report()) };
  const unwrittenDocuments = await problemsOf(writeDocuments(run, request, plan.documents, scored));
  if (!quiet) reportWritten(run, plan.streamed, unwritten);
  if (baseline) reportBaseline(run, request, baseline.report());
  if (unwritten.length + unwrittenDocuments.length > 0) throw new CompassError([...unwritten, ...unwrittenDocuments]);
  await replaceBaseline(run, request, scored.result);
  if (summary.failed > 0) return exitCode.error;
  return summary.gatesFailed > 0 ? exitCode.gateFailed : exitCode.done;
}

/** The gate on the baseline; none if the run replaces the baseline. */
async function openBaseline(run: Run, { baseline, prepared, inputs }: ScoreRequest): Promise<Baseline | undefined> {
  if (!baseline || baseline.update) return undefined;
  const { readBaseline } = await import('./baseline.ts');
  return readBaseline(run, baseline, prepared, inputs.sources);
}

/** Names the drafts that only the run or only the baseline has. A missing one fails the run, so it is named even with --quiet. */
function reportBaseline(run: Run, { baseline, quiet }: ScoreRequest, report: BaselineReport): void {
  const file = baseline?.file ?? '';
  for (const source of report.missing) note(run, phrase('notes', 'missing-from-run', { source, file }));
  if (quiet) return;
  for (const { from, to } of report.renamed) note(run, phrase('notes', 'renamed-since-baseline', { from, to, file }));
  for (const source of report.new) note(run, phrase('notes', 'not-in-baseline', { source, file }));
}

function toBatch(
  { prepared, gates, method, jobs, wide, quiet, inputs }: ScoreRequest,
  { documents: _, ...plan }: OutputPlan,
  source: TaskSource,
  baseline: Baseline | undefined,
): Batch {
  const additions: Batch['additions'] = {
    ...(baseline && { gatesOf: baseline.gatesOf, baseline: baseline.report }),
    ...(method && { complete: ({ assessment, result }) => withOwnRobustness(prepared, assessment, result, method) }),
  };
  return {
    ...plan,
    ...((baseline || method) && { additions }),
    source,
    prepared,
    gates,
    jobs,
    wide,
    quiet,
    inputProblems: inputs.problems,
  };
}

/** Returns the problems of the work instead of throwing them, so that the other outputs are still reported. */
async function problemsOf(work: Promise<void>): Promise<readonly Problem[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof CompassError) return error.problems;
    throw error;
  }
}

function reportWritten(run: Run, streamed: Batch['streamed'], unwritten: readonly Problem[]): void {
  for (const { file } of streamed)
    if (file !== undefined && !unwritten.some(({ source }) => source === file)) note(run, phrase('notes', 'written', { file }));
}

async function replaceBaseline(run: Run, { baseline, quiet }: ScoreRequest, result: Result): Promise<void> {
  if (!baseline?.update) return;
  const { updateBaseline } = await import('./baseline.ts');
  await updateBaseline(run, baseline.file, result);
  if (!quiet) note(run, phrase('notes', 'baseline-written', { file: baseline.file }));
}

function note({ io }: Run, line: string): void {
  io.stderr.write(`${visible(line)}\n`);
}
