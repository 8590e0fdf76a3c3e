import { registry } from '../../../report/registry.ts';
import { configuredAnswers } from '../../../run/config.ts';
import { draftOpener } from '../../../run/draft-text.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { keep } from '../../../run/kept.ts';
import { parseRobustness, type RobustnessOptions, withRobustness } from '../../../run/robustness.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { scoreFile, toResult } from '../../../run/score-files.ts';
import { CompassError } from '../../../source/problem.ts';
import type { CommonOptions } from '../../options.ts';
import type { OutputOptions } from '../../output/options.ts';
import { checkWide, pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';

export interface ReportOptions extends CommonOptions, OutputOptions, RobustnessOptions {
  readonly wide?: boolean;
}

/** `compass report`: the document of one assessment. */
export async function runReport(context: Context, given: string | undefined, options: ReportOptions): Promise<number> {
  const source = given ?? (await configuredAnswers(context.io, await context.config()));
  if (source === undefined) throw CompassError.of('which-file', 'compass report');
  const outputs = pairOutputs('compass report', options, registry.report, 'markdown');
  checkWide('compass report', options.wide, outputs);
  refuseToOverwrite(context, outputs, [source]);
  const method = parseRobustness(options);
  const prepared = await openRubric(context, options.rubric);
  keep(context.io, source);
  const outcome = await scoreFile(context.io, source, { io: context.io, prepared, openDraft: draftOpener(context.io) });
  if ('problems' in outcome) throw new CompassError(outcome.problems);
  const { result: scored, assessments, origins } = toResult(context, prepared, [outcome], []);
  const result = await withRobustness(prepared, scored, assessments, method);
  await writeReports(context, outputs, registry.report, options, (width, style) => ({
    result,
    rubric: prepared.rubric,
    assessments,
    origins,
    wide: options.wide === true,
    width,
    style,
  }));
  return exitCode.done;
}
