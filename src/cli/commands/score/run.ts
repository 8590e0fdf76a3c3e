import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Config } from '../../../config/read.ts';
import type { AssessmentResult, GateResult, Result } from '../../../core/result.ts';
import type { RobustnessMethod } from '../../../core/robustness/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isStreamFormat } from '../../../report/data/stream.ts';
import { isForPeople, registry } from '../../../report/registry.ts';
import type { ReportInput } from '../../../report/reporter.ts';
import type { Style } from '../../../report/write/style.ts';
import { type Batch, runBatch } from '../../../run/batch/run.ts';
import type { Additions } from '../../../run/batch/scorer.ts';
import type { Keep } from '../../../run/batch/task.ts';
import { type TaskSource, taskSource } from '../../../run/batch/tasks.ts';
import { configured } from '../../../run/config.ts';
import { findInputs } from '../../../run/inputs.ts';
import { type Context, exitCode, type Io } from '../../../run/io.ts';
import { printProblems } from '../../../run/problems.ts';
import { parseRobustness, type RobustnessOptions, withOwnRobustness, withRobustness } from '../../../run/robustness.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { toResult } from '../../../run/score-files.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { visible } from '../../../text/plain-text.ts';
import type { CommonOptions, GateOptions } from '../../options.ts';
import type { OutputOptions } from '../../output/options.ts';
import { checkWide, type Output, pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';
import type { BaselineOptions } from './baseline.ts';
import { parseGates, parsePoints } from './gates.ts';

export interface ScoreOptions extends CommonOptions, GateOptions, OutputOptions, RobustnessOptions {
  readonly explain?: string | true;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly tolerance?: string;
  readonly allowOtherRubric?: boolean;
  readonly wide?: boolean;
  readonly jobs?: string;
}

/**
 * `compass score`: exit code 0, 1 where a gate does not hold, 2 where a file could not be scored. One bad file never hides
 * the good ones.
 */
export async function runScore(context: Context, given: readonly string[], options: ScoreOptions): Promise<number> {
  const { io } = context;
  const config = await context.config();
  const outputs = pairOutputs('compass score', outputOptions(io, options, config), registry.score, 'terminal');
  refuseBesideExplain(options, outputs);
  checkWide('compass score', options.wide, outputs);
  const baseline = baselineOptions(io, options, config);
  const prepared = await openRubric(context, options.rubric);
  const gates = parseGates(options, config, prepared);
  const method = parseRobustness(options);
  const explained = await explainTarget(io, options.explain, prepared.questions);
  const named = explained.file === undefined ? given : [...given, explained.file];
  const { sources, problems } = await findInputs(io, named.length > 0 ? named : filesOf(io, config));
  refuseToOverwrite(context, outputs, sources);
  const jobs = parseJobs(options.jobs);
  const gatesOf = await baselineCheck(io, baseline, options, prepared, sources);
  printProblems(io, problems);
  const source = await taskSource(io, sources);
  const streamed = explained.wanted ? [] : outputs.flatMap((output) => asStream(output, method));
  const documents = outputs.filter(({ format, file }) => !streamed.some((each) => each.format === format && each.file === file));
  const isRanked = method !== undefined && documents.length > 0;
  const wantsAll = explained.wanted || options.updateBaseline === true || isRanked;
  const wide = options.wide === true;
  const whole = explained.wanted ? '--explain' : options.updateBaseline ? '--update-baseline' : wholeOf(documents, isRanked);
  const { kept, faulty, summary, unwritten } = await runBatch(context, {
    source,
    prepared,
    gates,
    ...((gatesOf || method) && { additions: additionsOf(prepared, gatesOf, method) }),
    streamed,
    wide,
    keep: wantsAll ? 'all' : keepFor(documents, source),
    ...(whole !== undefined && { whole }),
    jobs,
    quiet: options.quiet === true,
    inputs: problems,
  });
  const { result: scored, ...beside } = toResult(context, prepared, [...kept, ...faulty], problems);
  const written = documents.filter(worthWriting(scored));
  const drawn = explained.wanted || written.length === 0 ? undefined : method;
  const result = await withRobustness(prepared, scored, beside.assessments, drawn);
  const inputFor = (width: number, style: Style): ReportInput => ({
    result,
    rubric: prepared.rubric,
    ...beside,
    wide,
    width,
    style,
  });
  const failed = [...unwritten];
  try {
    if (explained.wanted)
      await writeReports(context, outputs, registry['score --explain'], options, (width, style) => ({
        result,
        rubric: prepared.rubric,
        id: explained.id,
        width,
        style,
      }));
    else await writeReports(context, written, registry.score, options, inputFor);
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    failed.push(...error.problems);
  }
  if (!options.quiet) tellWritten(io, streamed, unwritten);
  if (failed.length > 0) throw new CompassError(failed);
  if (options.updateBaseline && baseline) {
    const { updateBaseline } = await import('./baseline.ts');
    await updateBaseline(io, baseline.file, scored);
    if (!options.quiet) io.stderr.write(`${visible(phrase('notes', 'baseline-written', { file: baseline.file }))}\n`);
  }
  if (summary.failed > 0) return exitCode.couldNot;
  return summary.gatesFailed > 0 ? exitCode.gateFailed : exitCode.done;
}

function tellWritten({ stderr }: Io, streamed: Batch['streamed'], unwritten: readonly Problem[]): void {
  for (const { file } of streamed)
    if (file !== undefined && !unwritten.some(({ source }) => source === file))
      stderr.write(`${visible(phrase('notes', 'written', { file }))}\n`);
}

/** What is written as the run goes on. Whoever asks how sure the order of the laws is, asks about all of them. */
function asStream({ format, file }: Output, method: RobustnessMethod | undefined): Batch['streamed'][number][] {
  const canStream = isStreamFormat(format) && (method === undefined || format === 'ndjson');
  return canStream ? [{ format, ...(file !== undefined && { file }) }] : [];
}

/** A document of many drafts is a table, which shows little of each; data formats show all. */
function keepFor(documents: readonly Output[], { count }: TaskSource): Keep {
  if (documents.length === 0) return 'nothing';
  return count !== 1 && documents.every(isTable) ? 'table' : 'all';
}

function isTable({ format }: Output): boolean {
  return isForPeople(format);
}

function wholeOf(documents: readonly Output[], isRanked: boolean): string | undefined {
  if (isRanked) return '--robustness';
  const document = documents.find((each) => !isTable(each));
  return document && `--format ${document.format}`;
}

function additionsOf(
  prepared: PreparedRubric,
  gatesOf: ((result: AssessmentResult) => GateResult[]) | undefined,
  method: RobustnessMethod | undefined,
): Additions {
  return {
    ...(gatesOf && { gatesOf }),
    ...(method && { completed: ({ assessment, result }) => withOwnRobustness(prepared, assessment, result, method) }),
  };
}

/** @throws CompassError where --explain, a document for people, is named with what it would leave out in silence */
function refuseBesideExplain({ explain, robustness }: ScoreOptions, outputs: readonly Output[]): void {
  if (explain === undefined) return;
  const other = outputs.find(({ format }) => !(format in registry['score --explain']));
  const option = robustness ? '--robustness' : other && `--format ${other.format}`;
  if (option !== undefined) throw CompassError.of('explain-alone', 'compass score', { option });
}

/** The files that the configuration names, as the working folder would name them. */
function filesOf(io: Io, config: Config | undefined): string[] {
  const files = config?.settings.files;
  if (!config || !files) throw CompassError.of('no-files', 'compass score');
  return files.map((file) => configured(io, config, file));
}

/** The outputs of the command line, or where it names none those of the configuration. */
function outputOptions(io: Io, options: ScoreOptions, config: Config | undefined): OutputOptions {
  const listed = config?.settings.formats;
  // The arithmetic must not be written where the report belongs.
  if (!config || !listed || options.format || options.output || options.explain !== undefined) return options;
  const tokens = listed.flatMap((entry) => {
    const { format, output } = typeof entry === 'string' ? { format: entry, output: undefined } : entry;
    const file = output === undefined ? '-' : configured(io, config, output);
    return [
      { kind: 'format' as const, value: format },
      { kind: 'output' as const, value: file },
    ];
  });
  return { ...options, format: tokens, output: tokens };
}

/** @throws CompassError where the options do not fit together */
function baselineOptions(io: Io, options: ScoreOptions, config: Config | undefined): BaselineOptions | undefined {
  const problems: Problem[] = [];
  const stored = config?.settings.baseline;
  const file = options.baseline ?? (config && stored !== undefined ? configured(io, config, stored) : undefined);
  const given = options.tolerance === undefined ? undefined : parsePoints('--tolerance', options.tolerance, problems);
  for (const [option, value] of [
    ['--tolerance', options.tolerance],
    ['--allow-other-rubric', options.allowOtherRubric],
  ] as const)
    if (value !== undefined && file === undefined)
      problems.push({ code: 'needs-baseline', args: { option }, source: 'compass score' });
  if (options.updateBaseline && file === undefined) problems.push({ code: 'update-what', args: {}, source: 'compass score' });
  if (problems.length > 0) throw new CompassError(problems);
  if (file === undefined) return undefined;
  const tolerance = given ?? config?.settings.tolerance ?? 0;
  return { file, tolerance, allowOtherRubric: options.allowOtherRubric === true };
}

async function baselineCheck(
  io: Io,
  baseline: BaselineOptions | undefined,
  { updateBaseline, quiet }: ScoreOptions,
  prepared: PreparedRubric,
  sources: readonly string[],
): Promise<((result: AssessmentResult) => GateResult[]) | undefined> {
  const warn = (line: string): void => void (quiet || io.stderr.write(`${visible(line)}\n`));
  // A baseline that is about to be replaced is no yardstick.
  if (!baseline || updateBaseline) return undefined;
  const { baselineGate } = await import('./baseline.ts');
  return baselineGate(io, baseline, prepared, sources, warn);
}

/** Where nothing could be scored people have nothing to read, the errors are on standard error; machines get their document. */
function worthWriting({ assessments }: Result): (output: Output) => boolean {
  return (output) => assessments.length > 0 || output.format !== 'terminal';
}

/**
 * `--explain` takes an id or nothing, and stands before or behind the files: what follows it may be a file.
 * @throws CompassError where it is neither an id nor a file
 */
async function explainTarget(
  { cwd }: Io,
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
  const suggestion = nearest(value, [...known]);
  throw CompassError.of('explain-unknown', 'compass score --explain', {
    id: value,
    ...(suggestion !== undefined && { suggestion }),
  });
}

/** Every core where nothing else is asked for. */
function parseJobs(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const value = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  if (value >= 1 && value <= mostJobs) return value;
  throw CompassError.of('bad-whole-number', 'compass score', { option: '--jobs', least: 1, most: mostJobs, found: `"${text}"` });
}

/** More threads than this no machine has use for. */
const mostJobs = 256;
