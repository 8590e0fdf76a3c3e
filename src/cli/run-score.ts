import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatsOf } from '../report/registry.ts';
import type { ReportInput } from '../report/reporter.ts';
import type { Style } from '../report/style.ts';
import { CompassError } from '../source/problem.ts';
import type { ScoreOptions } from './commands/score.ts';
import { draftOpener } from './draft-text.ts';
import { formatProblem } from './errors.ts';
import { findInputs } from './inputs.ts';
import { type Context, exitCode } from './io.ts';
import { parseGates } from './options.ts';
import { writeAll } from './output.ts';
import { checkWide, pairOutputs, refuseToOverwrite, writeReports } from './outputs.ts';
import { progressOn } from './progress.ts';
import { openRubric } from './rubrics.ts';
import { type Outcome, scoreFile, toResult } from './score-files.ts';

/**
 * `compass score`: exit code 0, 1 where a gate does not hold, 2 where a file could not be scored. One bad file never hides
 * the good ones.
 */
export async function runScore(context: Context, given: readonly string[], options: ScoreOptions): Promise<number> {
  const { io } = context;
  const formats = formatsOf('score');
  const outputs = pairOutputs('compass score', options, formats, 'terminal');
  checkWide('compass score', options.wide, outputs);
  const prepared = await openRubric(context, options.rubric);
  const gates = parseGates(options, prepared);
  const explained = await explainTarget(io, options.explain, prepared.questions);
  if (given.length === 0 && explained.file === undefined) throw CompassError.of('no-files', 'compass score');
  const { sources, problems } = await findInputs(io, explained.file === undefined ? given : [...given, explained.file]);
  refuseToOverwrite(context, outputs, sources);
  const streams = !explained.wanted && outputs.some(({ format, file }) => format === 'ndjson' && file === undefined);
  const ndjsonLine = streams ? (await import('../report/ndjson.ts')).ndjsonLine : undefined;
  const progress = progressOn(io.stderr, sources.length, options.quiet === true || streams);
  for (const problem of problems) io.stderr.write(formatProblem(problem));
  const openDraft = draftOpener(io);
  const outcomes: Outcome[] = [];
  for (const source of sources) {
    const outcome = await scoreFile(io, source, prepared, gates, openDraft);
    outcomes.push(outcome);
    progress.step();
    if ('problems' in outcome) {
      progress.clear();
      for (const problem of outcome.problems) io.stderr.write(formatProblem(problem));
    } else if (ndjsonLine) await writeAll(io, ndjsonLine(outcome.result));
  }
  progress.clear();
  const { result, assessments, origins } = toResult(context, prepared, outcomes, problems);
  const inputFor = (width: number, style: Style): ReportInput => ({
    result,
    rubric: prepared.rubric,
    assessments,
    origins,
    wide: options.wide === true,
    width,
    style,
  });
  if (explained.wanted) {
    const { explainReport } = await import('../report/explain.ts');
    const explain = { load: async () => (input: ReportInput) => explainReport(input, explained.id), about: '', endings: [] };
    await writeReports(context, outputs.slice(0, 1), { [outputs[0]?.format ?? '']: explain }, options, inputFor);
  } else {
    // Nothing to print where nothing could be scored: the errors are on standard error. Machines get their empty document.
    const asked = outputs.filter(({ format, file }) =>
      format === 'ndjson' ? file !== undefined : assessments.length > 0 || format !== 'terminal',
    );
    await writeReports(context, asked, formats, options, inputFor);
  }
  if (result.failures.length > 0) return exitCode.couldNot;
  return result.summary.gatesFailed > 0 ? exitCode.gateFailed : exitCode.done;
}

/**
 * `--explain` takes an id or nothing, and stands before or behind the files: what follows it may be a file.
 * @throws CompassError where it is neither an id nor a file
 */
async function explainTarget(
  { cwd }: Context['io'],
  value: string | true | undefined,
  questions: ReadonlyMap<string, { feature: { id: string } }>,
): Promise<{ wanted: boolean; id?: string; file?: string }> {
  if (value === undefined) return { wanted: false };
  if (value === true) return { wanted: true };
  const known = new Set([...questions.keys(), ...[...questions.values()].map(({ feature }) => feature.id)]);
  if (known.has(value)) return { wanted: true, id: value };
  const isFile = await stat(resolve(cwd(), value)).then(
    () => true,
    () => value === '-',
  );
  if (isFile) return { wanted: true, file: value };
  const { nearest } = await import('../source/nearest.ts');
  const suggestion = nearest(value, [...known]);
  throw CompassError.of('explain-unknown', 'compass score --explain', {
    id: value,
    ...(suggestion !== undefined && { suggestion }),
  });
}
