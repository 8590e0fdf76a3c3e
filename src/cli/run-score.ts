import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../config/read.ts';
import { evaluateGates } from '../core/gates.ts';
import type { AssessmentResult, GateResult, Result } from '../core/result.ts';
import type { RobustnessMethod } from '../core/robustness-result.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { phrasesOf } from '../report/phrases.ts';
import { type Formats, formatsOf } from '../report/registry.ts';
import type { ReportInput } from '../report/reporter.ts';
import type { Style } from '../report/style.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { visible } from '../text/plain-text.ts';
import type { BaselineOptions } from './baseline.ts';
import type { ScoreOptions } from './commands/score.ts';
import { configured } from './config.ts';
import { draftOpener } from './draft-text.ts';
import { formatProblem } from './errors.ts';
import { parseGates, parsePoints } from './gates.ts';
import { findInputs } from './inputs.ts';
import { type Context, exitCode, type Io } from './io.ts';
import { writeAll } from './output.ts';
import type { OutputOptions } from './output-options.ts';
import { checkWide, type Output, pairOutputs, refuseToOverwrite, writeReports } from './outputs.ts';
import { progressOn } from './progress.ts';
import { parseRobustness, withOwnRobustness, withRobustness } from './robustness.ts';
import { openRubric } from './rubrics.ts';
import { type Outcome, scoreFile, toResult } from './score-files.ts';

const tell = phrasesOf('notes');

/**
 * `compass score`: exit code 0, 1 where a gate does not hold, 2 where a file could not be scored. One bad file never hides
 * the good ones.
 */
export async function runScore(context: Context, given: readonly string[], options: ScoreOptions): Promise<number> {
  const { io } = context;
  const config = await context.config();
  const formats = formatsOf('score');
  const outputs = pairOutputs('compass score', outputOptions(io, options, config), formats, 'terminal');
  refuseBesideExplain(options);
  checkWide('compass score', options.wide, outputs);
  const baseline = baselineOptions(io, options, config);
  const prepared = await openRubric(context, options.rubric);
  const gates = parseGates(options, config, prepared);
  const method = parseRobustness(options);
  const explained = await explainTarget(io, options.explain, prepared.questions);
  const named = explained.file === undefined ? given : [...given, explained.file];
  const { sources, problems } = await findInputs(io, named.length > 0 ? named : filesOf(io, config));
  refuseToOverwrite(context, outputs, sources);
  const gotWorse = await baselineCheck(io, baseline, options, prepared, sources);
  for (const problem of problems) io.stderr.write(formatProblem(problem));
  const outcomes = await scoreAll(context, sources, prepared, {
    quiet: options.quiet === true,
    streams: !explained.wanted && outputs.some(isStream),
    method,
    gatesOf: (result) => [...evaluateGates(result, gates), ...gotWorse(result)],
  });
  const { result: scored, ...beside } = toResult(context, prepared, outcomes, problems);
  const wide = options.wide === true;
  const written = outputs.filter(worthWriting(scored));
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
  if (explained.wanted)
    await writeReports(context, outputs.slice(0, 1), await explaining(outputs, explained.id), options, inputFor);
  else await writeReports(context, written, formats, options, inputFor);
  if (options.updateBaseline && baseline) {
    const { updateBaseline } = await import('./baseline.ts');
    await updateBaseline(io, baseline.file, scored);
    if (!options.quiet) io.stderr.write(`${visible(tell('baseline-written', { file: baseline.file }))}\n`);
  }
  if (result.failures.length > 0) return exitCode.couldNot;
  return result.summary.gatesFailed > 0 ? exitCode.gateFailed : exitCode.done;
}

/** @throws CompassError where --explain, which prints text, is named with what it would leave out in silence */
function refuseBesideExplain({ explain, robustness, format }: ScoreOptions): void {
  if (explain === undefined) return;
  const other = format?.find(({ kind, value }) => kind === 'format' && value !== 'terminal')?.value;
  const option = robustness ? '--robustness' : other === undefined ? undefined : `--format ${other}`;
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
): Promise<(result: AssessmentResult) => GateResult[]> {
  const warn = (line: string): void => void (quiet || io.stderr.write(`${visible(line)}\n`));
  // A baseline that is about to be replaced is no yardstick.
  if (!baseline || updateBaseline) return () => [];
  const { baselineGate } = await import('./baseline.ts');
  return baselineGate(io, baseline, prepared, sources, warn);
}

function isStream({ format, file }: Output): boolean {
  return format === 'ndjson' && file === undefined;
}

/**
 * What was streamed is out already. Where nothing could be scored people have nothing to read, the errors are on standard error;
 * machines get their document all the same.
 */
function worthWriting({ assessments }: Result): (output: Output) => boolean {
  return (output) => !isStream(output) && (assessments.length > 0 || output.format !== 'terminal');
}

async function scoreAll(
  { io }: Context,
  sources: readonly string[],
  prepared: PreparedRubric,
  run: {
    quiet: boolean;
    streams: boolean;
    method: RobustnessMethod | undefined;
    gatesOf: (result: AssessmentResult) => GateResult[];
  },
): Promise<Outcome[]> {
  const ndjsonLine = run.streams ? (await import('../report/ndjson.ts')).ndjsonLine : undefined;
  const progress = progressOn(io.stderr, sources.length, run.quiet || run.streams);
  const openDraft = draftOpener(io);
  const outcomes: Outcome[] = [];
  for (const source of sources) {
    const outcome = await scoreFile(io, source, prepared, openDraft, run.gatesOf);
    outcomes.push(outcome);
    progress.step();
    if ('problems' in outcome) {
      progress.clear();
      for (const problem of outcome.problems) io.stderr.write(formatProblem(problem));
    } else if (ndjsonLine) {
      await writeAll(io, ndjsonLine(await withOwnRobustness(prepared, outcome.assessment, outcome.result, run.method)));
    }
  }
  progress.clear();
  return outcomes;
}

/** The arithmetic in place of the report, whatever format was named. */
async function explaining(outputs: readonly Output[], id: string | undefined): Promise<Formats<ReportInput>> {
  const { explainReport } = await import('../report/explain.ts');
  const load = async () => (input: ReportInput) => explainReport(input, id);
  return { [outputs[0]?.format ?? '']: { about: '', endings: [], load } };
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
  const { nearest } = await import('../source/nearest.ts');
  const suggestion = nearest(value, [...known]);
  throw CompassError.of('explain-unknown', 'compass score --explain', {
    id: value,
    ...(suggestion !== undefined && { suggestion }),
  });
}
