import { answeredWith, chooseMode, compareFiles } from '../../../core/compare/files.ts';
import { type CompareMode, type CompareResult, compareModes, type ModeReason } from '../../../core/compare/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { CompareInput } from '../../../report/compare-reporter.ts';
import { registry } from '../../../report/registry.ts';
import type { Style } from '../../../report/write/style.ts';
import { draftOpener } from '../../../run/draft-text.ts';
import { findInputs } from '../../../run/inputs.ts';
import { type Context, exitCode, type Io } from '../../../run/io.ts';
import { keep } from '../../../run/kept.ts';
import { printProblems } from '../../../run/problems.ts';
import { progressOn } from '../../../run/progress.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { type Outcome, scoreFile, toResult } from '../../../run/score-files.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import type { CommonOptions } from '../../options.ts';
import type { OutputOptions } from '../../output/options.ts';
import { pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';

export interface CompareOptions extends CommonOptions, OutputOptions {
  readonly as?: string;
  readonly force?: boolean;
}

type Scored = Extract<Outcome, { readonly result: unknown }>;

/** `compass compare`: exit code 0 whatever moved; 2 where a file could not be compared, of laws with the others still compared. */
export async function runCompare(context: Context, given: readonly string[], options: CompareOptions): Promise<number> {
  const { io } = context;
  const outputs = pairOutputs('compass compare', options, registry.compare, 'terminal');
  const asked = parseMode(options.as);
  const prepared = await openRubric(context, options.rubric);
  const { sources, problems } = await inOrder(io, given);
  if (sources.length + problems.length < 2) throw tooFew(sources.length, problems);
  refuseToOverwrite(context, outputs, sources);
  const outcomes = await scoreAll(context, sources, prepared, options);
  const files = outcomes.filter((outcome): outcome is Scored => 'result' in outcome);
  const { mode, because } = asked ? { mode: asked, because: 'asked' as const } : chooseMode(files);
  const faults = [...problems, ...outcomes.flatMap((outcome) => ('problems' in outcome ? outcome.problems : []))];
  printProblems(io, faults);
  if (faults.length > 0) refuseToGoOn(files.length, mode, faults);
  if (!options.force) refuseOtherVersions(prepared, files);
  const result = toComparison(context, prepared, { files, outcomes, problems, mode, because });
  const inputFor = (width: number, style: Style): CompareInput => ({ result, rubric: prepared.rubric, width, style });
  await writeReports(context, outputs, registry.compare, options, inputFor);
  return faults.length > 0 ? exitCode.couldNot : exitCode.done;
}

function parseMode(named: string | undefined): CompareMode | undefined {
  if (named === undefined) return undefined;
  const mode = compareModes.find((each) => each === named);
  if (mode) return mode;
  throw CompassError.of('bad-choice', 'compass compare', {
    option: '--as',
    known: compareModes.join(' or '),
    found: `"${named}"`,
  });
}

/** The order of the command line is the order of the versions; only what a folder or a pattern stands for is sorted. */
async function inOrder(io: Io, given: readonly string[]): Promise<{ sources: string[]; problems: Problem[] }> {
  const sources = new Set<string>();
  const problems: Problem[] = [];
  for (const name of given) {
    const found = await findInputs(io, [name]);
    for (const source of found.sources) sources.add(source);
    problems.push(...found.problems);
  }
  return { sources: [...sources], problems };
}

function tooFew(n: number, problems: readonly Problem[]): CompassError {
  return new CompassError([...problems, { code: 'compare-one', args: { n }, source: 'compass compare' }]);
}

async function scoreAll(
  { io }: Context,
  sources: readonly string[],
  prepared: PreparedRubric,
  { quiet }: CompareOptions,
): Promise<Outcome[]> {
  const openDraft = draftOpener(io);
  const progress = progressOn(io.stderr, sources.length, quiet === true);
  const outcomes: Outcome[] = [];
  for (const source of sources) {
    keep(io, source);
    outcomes.push(await scoreFile(io, source, { io, prepared, openDraft }));
    progress.step();
  }
  progress.clear();
  return outcomes;
}

/** The faults have been printed. What moved can't be told with a version missing, nor one law be put beside itself. */
function refuseToGoOn(files: number, mode: CompareMode, faults: readonly Problem[]): void {
  const source = faults[0]?.source ?? 'compass compare';
  if (files < 2) throw CompassError.of('compare-one-left', 'compass compare', { n: files });
  if (mode === 'versions') throw CompassError.of('compare-needs-all', source);
}

function refuseOtherVersions(prepared: PreparedRubric, files: readonly Scored[]): void {
  const versions = files.map((file) => answeredWith(prepared, file));
  if (new Set(versions).size < 2) return;
  const list = files.map(({ source }, index) => `${source}: ${versions[index]}`).join(', ');
  throw CompassError.of('compare-other-versions', 'compass compare', { list, version: prepared.rubric.version });
}

function toComparison(
  context: Context,
  prepared: PreparedRubric,
  run: {
    readonly files: readonly Scored[];
    readonly outcomes: readonly Outcome[];
    readonly problems: readonly Problem[];
    readonly mode: CompareMode;
    readonly because: ModeReason;
  },
): CompareResult {
  const { tool, rubric, failures } = toResult(context, prepared, run.outcomes, run.problems).result;
  const { mode, because } = run;
  return { format: 'compass-compare/1', tool, rubric, mode, because, ...compareFiles(prepared, run.files, mode), failures };
}
