import { registry } from '../../../report/registry.ts';
import { configuredAnswers } from '../../../run/config.ts';
import { draftOpener } from '../../../run/drafts/open-draft.ts';
import type { Run } from '../../../run/run.ts';
import { toResult } from '../../../run/scoring/assemble-result.ts';
import { withRobustness } from '../../../run/scoring/robustness.ts';
import { scoreFile } from '../../../run/scoring/score-file.ts';
import { CompassError } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { parseRobustness } from '../../options/parse-robustness.ts';
import type { RobustnessOptions } from '../../options/robustness.ts';
import { checkWide, pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';

export interface ReportOptions extends CommonOptions, OutputOptions, RobustnessOptions {
  readonly wide?: boolean;
}

/** `compass report`: the document of one assessment. */
export async function runReport(run: Run, given: string | undefined, options: ReportOptions): Promise<number> {
  const source = given ?? (await configuredAnswers(run.io, await run.config()));
  if (source === undefined) throw CompassError.of('which-file', 'compass report');
  const outputs = pairOutputs('compass report', options, registry.report, 'markdown');
  checkWide('compass report', options.wide, outputs);
  refuseToOverwrite(run, outputs, [source]);
  const method = parseRobustness(options);
  const prepared = await run.openRubric(options.rubric);
  run.protect(source);
  const outcome = await scoreFile(source, { run, prepared, openDraft: draftOpener(run) });
  if ('problems' in outcome) throw new CompassError(outcome.problems);
  const { result: scored, assessments, origins } = toResult(run, prepared, [outcome], []);
  const result = await withRobustness(prepared, scored, assessments, method);
  const input = { result, rubric: prepared.rubric, assessments, origins, wide: options.wide === true };
  await writeReports(run, { outputs, formats: registry.report, inputFor: (layout) => ({ ...input, ...layout }) }, options);
  return exitCode.done;
}
