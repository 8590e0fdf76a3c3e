import { availableParallelism } from 'node:os';
import type { Config } from '../../../config/read.ts';
import type { Gates } from '../../../core/gates.ts';
import type { RobustnessMethod } from '../../../core/robustness/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { registry } from '../../../report/registry.ts';
import { configuredPath } from '../../../run/config.ts';
import { findInputs, type Inputs } from '../../../run/inputs/find-inputs.ts';
import type { Io } from '../../../run/io.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { badNumber, parseNumber } from '../../options/parse-number.ts';
import { parseRobustness } from '../../options/parse-robustness.ts';
import { checkWide, type Output, pairOutputs, refuseToOverwrite } from '../../output/outputs.ts';
import type { BaselineRequest } from './baseline.ts';
import { type Explain, parseExplain, refuseOptionsWithExplain } from './explain.ts';
import type { ScoreOptions } from './options.ts';
import { parseGates, parsePoints } from './parse-gates.ts';

/** What `compass score` is asked to do, by the command line and the configuration. */
export interface ScoreRequest {
  readonly prepared: PreparedRubric;
  readonly inputs: Inputs;
  readonly outputs: readonly Output[];
  readonly gates: Gates;
  readonly method: RobustnessMethod | undefined;
  readonly baseline: BaselineRequest | undefined;
  readonly explain: Explain | undefined;
  readonly jobs: number;
  readonly wide: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

/**
 * Finds out what is asked for, and which files it is asked of.
 * @throws CompassError for the first option that is invalid or does not fit the other options
 */
export async function parseRequest(run: Run, given: readonly string[], options: ScoreOptions): Promise<ScoreRequest> {
  const { io } = run;
  const config = await run.config();
  const outputs = pairOutputs('compass score', outputOptions(io, options, config), registry.score, 'terminal');
  refuseOptionsWithExplain(options, outputs);
  checkWide('compass score', options.wide, outputs);
  const baseline = parseBaseline(io, options, config);
  const prepared = await run.openRubric(options.rubric);
  const gates = parseGates(options, config, prepared);
  const method = parseRobustness(options);
  const { explain, file } = await parseExplain(io, options.explain, prepared);
  const named = file === undefined ? given : [...given, file];
  const inputs = await findInputs(io, named.length > 0 ? named : configuredFiles(io, config));
  refuseToOverwrite(run, outputs, inputs.sources);
  const jobs = parseJobs(options.jobs);
  const { wide = false, quiet = false, color } = options;
  return { prepared, inputs, outputs, gates, method, baseline, explain, jobs, wide, quiet, color };
}

/** The outputs that the command line names; if none, those of the configuration. */
function outputOptions(io: Io, options: ScoreOptions, config: Config | undefined): OutputOptions {
  const entries = config?.settings.formats;
  // --explain must not be written to the file of a report.
  if (!config || !entries || options.format || options.output || options.explain !== undefined) return options;
  refuseUnnamed(config, entries);
  const tokens = entries.flatMap((entry) => {
    const { format, output } = typeof entry === 'string' ? { format: entry, output: undefined } : entry;
    const file = output === undefined ? '-' : configuredPath(io, config, output);
    return [
      { kind: 'format' as const, value: format },
      { kind: 'output' as const, value: file },
    ];
  });
  return { ...options, format: tokens, output: tokens };
}

/** @throws CompassError if several formats have no file */
function refuseUnnamed(config: Config, entries: NonNullable<Config['settings']['formats']>): void {
  const unnamed = entries.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    return entry.output === undefined ? [entry.format] : [];
  });
  // An unknown format is a problem of its own.
  if (unnamed.length < 2 || unnamed.some((format) => !Object.hasOwn(registry.score, format))) return;
  const format = unnamed.find((each) => each !== 'terminal') ?? 'terminal';
  const file = `report${registry.score[format]?.endings[0] ?? '.txt'}`;
  throw new CompassError([config.problem('config-outputs-unnamed', ['formats'], { formats: listed(unnamed), format, file })]);
}

/** @throws CompassError if the configuration names none either */
function configuredFiles(io: Io, config: Config | undefined): string[] {
  const files = config?.settings.files;
  if (!config || !files) throw CompassError.of('no-files', 'compass score');
  return files.map((file) => configuredPath(io, config, file));
}

/** @throws CompassError if an option about the baseline is invalid, or there is no baseline */
function parseBaseline(io: Io, options: ScoreOptions, config: Config | undefined): BaselineRequest | undefined {
  const problems: Problem[] = [];
  const stored = config?.settings.baseline;
  const named = [...new Set(options.baseline)];
  if (named.length > 1) problems.push({ code: 'baseline-twice', args: { files: listed(named) }, source: 'compass score' });
  const file = named[0] ?? (config && stored !== undefined ? configuredPath(io, config, stored) : undefined);
  // Given twice, the stricter one holds.
  const given = least((options.tolerance ?? []).map((each) => parsePoints('--tolerance', each, problems)));
  if (file === undefined) problems.push(...needBaseline(options));
  if (problems.length > 0) throw new CompassError(problems);
  if (file === undefined) return undefined;
  return {
    file,
    tolerance: given ?? config?.settings.tolerance ?? 0,
    allowOtherRubric: options.allowOtherRubric === true,
    update: options.updateBaseline === true,
    partial: options.partial === true,
  };
}

function least(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function needBaseline({ tolerance, allowOtherRubric, updateBaseline }: ScoreOptions): Problem[] {
  const source = 'compass score';
  const needs = (option: string): Problem => ({ code: 'needs-baseline', args: { option }, source });
  return [
    ...(tolerance === undefined ? [] : [needs('--tolerance')]),
    ...(allowOtherRubric === undefined ? [] : [needs('--allow-other-rubric')]),
    ...(updateBaseline ? [{ code: 'update-what' as const, args: {}, source }] : []),
  ];
}

/** No machine has use for more threads than the most. */
const jobBounds = { least: 1, most: 256, whole: true };

/** One thread for each core if nothing else is asked for. */
function parseJobs(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const jobs = parseNumber(text, jobBounds);
  if (jobs === undefined) throw new CompassError([{ ...badNumber('--jobs', text, jobBounds), source: 'compass score' }]);
  return jobs;
}
