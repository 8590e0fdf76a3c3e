import { formatNames, formats } from '../report/registry.ts';
import { CompassError } from '../source/problem.ts';
import type { ReportOptions } from './commands/report.ts';
import { draftOpener } from './draft-text.ts';
import { type Context, columnsOf, exitCode } from './io.ts';
import { writeOutput } from './output.ts';
import { openRubric } from './rubrics.ts';
import { scoreFile, toResult } from './score-files.ts';
import { styleFor } from './style.ts';

/** `compass report`: the document of one assessment. */
export async function runReport(context: Context, source: string, options: ReportOptions): Promise<number> {
  const { io } = context;
  const format = formats[options.format];
  if (!format?.commands.includes('report')) {
    throw CompassError.of('unknown-format', 'compass report', {
      format: options.format,
      known: formatNames('report').join(', '),
    });
  }
  const prepared = await openRubric(context, options.rubric);
  const outcome = await scoreFile(io, source, prepared, { minFeature: new Map(), failOn: new Set() }, draftOpener(io));
  if ('problems' in outcome) throw new CompassError(outcome.problems);
  const { result, assessments } = toResult(context, prepared, [outcome], []);
  const reporter = await format.load();
  const toFile = options.output !== undefined;
  const content = reporter({
    result,
    rubric: prepared.rubric,
    assessments,
    width: toFile ? 80 : columnsOf(io.stdout),
    style: styleFor(io.stdout, io.env, options.color && !toFile),
  });
  await writeOutput(io, content, options.output);
  if (toFile && !options.quiet) io.stderr.write(`Written to ${options.output}\n`);
  return exitCode.done;
}
