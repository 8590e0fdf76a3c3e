import { answeredWith, chooseMode, compareFiles } from '../../../core/compare/files.ts';
import { type CompareMode, type CompareResult, compareModes, type ModeReason } from '../../../core/compare/result.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { registry } from '../../../report/registry.ts';
import { draftOpener } from '../../../run/drafts/open-draft.ts';
import { findInputs } from '../../../run/inputs/find-inputs.ts';
import type { Io } from '../../../run/io.ts';
import { printProblems } from '../../../run/outputs/print-problems.ts';
import { showProgress } from '../../../run/outputs/progress.ts';
import type { Run } from '../../../run/run.ts';
import { toResult } from '../../../run/scoring/assemble-result.ts';
import { type Outcome, type ScoredFile, scoreFile } from '../../../run/scoring/score-file.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';

export interface CompareOptions extends CommonOptions, OutputOptions {
  readonly as?: string;
  readonly force?: boolean;
}

/** `compass compare`: exit code 0 whatever changed; 2 if a file could not be compared. The other laws still are. */
export async function runCompare(run: Run, given: readonly string[], options: CompareOptions): Promise<number> {
  const { io } = run;
  const outputs = pairOutputs('compass compare', options, registry.compare, 'terminal');
  const asked = parseMode(options.as);
  const prepared = await run.openRubric(options.rubric);
  const { sources, problems } = await inOrder(io, given);
  if (sources.length + problems.length < 2) throw tooFew(sources.length, problems);
  refuseToOverwrite(run, outputs, sources);
  const outcomes = await scoreAll(run, sources, prepared, options);
  const files = outcomes.filter((outcome): outcome is ScoredFile => 'result' in outcome);
  const { mode, because } = asked ? { mode: asked, because: 'asked' as const } : chooseMode(files);
  const faults = [...problems, ...outcomes.flatMap((outcome) => ('problems' in outcome ? outcome.problems : []))];
  printProblems(io.stderr, faults);
  if (faults.length > 0) refuseToGoOn(files.length, mode, faults);
  if (!options.force) refuseOtherVersions(prepared, files);
  const result = toComparison(run, prepared, { files, outcomes, problems, mode, because });
  const input = { result, rubric: prepared.rubric };
  await writeReports(run, { outputs, formats: registry.compare, inputFor: (layout) => ({ ...input, ...layout }) }, options);
  return faults.length > 0 ? exitCode.error : exitCode.done;
}

function parseMode(named: string | undefined): CompareMode | undefined {
  if (named === undefined) return undefined;
  const mode = compareModes.find((each) => each === named);
  if (mode) return mode;
  throw CompassError.of('bad-choice', 'compass compare', {
    option: '--as',
    known: listed(compareModes),
    found: `"${named}"`,
  });
}

/** The order of the command line is the order of the versions. Only the files of a folder or a pattern are sorted. */
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
  run: Run,
  sources: readonly string[],
  prepared: PreparedRubric,
  { quiet }: CompareOptions,
): Promise<Outcome[]> {
  const openDraft = draftOpener(run);
  const progress = showProgress(run.io.stderr, sources.length, quiet === true);
  const outcomes: Outcome[] = [];
  for (const source of sources) {
    run.protect(source);
    outcomes.push(await scoreFile(source, { run, prepared, openDraft }));
    progress.step();
  }
  progress.clear();
  return outcomes;
}

/** The problems have been printed. Versions are compared only if all can be read, laws if at least two can. */
function refuseToGoOn(files: number, mode: CompareMode, faults: readonly Problem[]): void {
  const source = faults[0]?.source ?? 'compass compare';
  if (files < 2) throw CompassError.of('compare-one-left', 'compass compare', { n: files });
  if (mode === 'versions') throw CompassError.of('compare-needs-all', source);
}

function refuseOtherVersions(prepared: PreparedRubric, files: readonly ScoredFile[]): void {
  const versions = files.map((file) => answeredWith(prepared, file));
  if (new Set(versions).size < 2) return;
  const list = listed(files.map(({ source }, index) => `${source}: ${versions[index]}`));
  throw CompassError.of('compare-other-versions', 'compass compare', { list, version: prepared.rubric.version });
}

function toComparison(
  run: Run,
  prepared: PreparedRubric,
  compared: {
    readonly files: readonly ScoredFile[];
    readonly outcomes: readonly Outcome[];
    readonly problems: readonly Problem[];
    readonly mode: CompareMode;
    readonly because: ModeReason;
  },
): CompareResult {
  const { tool, rubric, failures } = toResult(run, prepared, compared.outcomes, compared.problems).result;
  const { mode, because } = compared;
  return { format: 'compass-compare/1', tool, rubric, mode, because, ...compareFiles(prepared, compared.files, mode), failures };
}
