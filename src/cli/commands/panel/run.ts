import { anonymous, named, textsWithNames } from '../../../answers/panel/labels.ts';
import { panelResult } from '../../../core/panel/panel-result.ts';
import type { PanelResult } from '../../../core/panel/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { warningSentence } from '../../../report/documents/panel/words.ts';
import { registry } from '../../../report/registry.ts';
import { columnsOf } from '../../../run/io.ts';
import type { Run } from '../../../run/run.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import { pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';
import { type PanelFiles, readPanel } from './read-panel.ts';
import { answersOutput, parseRule, writeSettled } from './settle.ts';

export interface PanelOptions extends CommonOptions, OutputOptions {
  readonly anonymous?: boolean;
  readonly settle?: string;
  readonly force?: boolean;
}

/** `compass panel`: exit code 0 however far the reviewers agree, 2 if their files can't be compared. */
export async function runPanel(run: Run, given: readonly string[], options: PanelOptions): Promise<number> {
  const rule = parseRule(options.settle);
  const { settleTo, reports } = answersOutput(options, rule);
  const outputs = pairOutputs('compass panel', reports, registry.panel, 'terminal');
  const prepared = await run.openRubric(options.rubric);
  const panel = await readPanel(run, given, prepared, options.force === true);
  const sources = panel.files.map(({ source }) => source);
  refuseToOverwrite(run, outputs, sources);
  const members = options.anonymous ? anonymous(panel.files) : named(panel.files);
  const compared = panelResult(run.version, prepared, members, {
    warnings: panel.warnings,
    anonymous: options.anonymous === true,
  });
  const settled = rule && (await writeSettled(run, { prepared, members, result: compared, rule, given: settleTo }));
  const result: PanelResult = settled ? { ...compared, settled } : compared;
  const input = { result, rubric: prepared.rubric };
  await writeReports(run, { outputs, formats: registry.panel, inputFor: (layout) => ({ ...input, ...layout }) }, options);
  printNotes(run, result, panel, options);
  return exitCode.done;
}

/** Warnings, and what to do next, on standard error. */
function printNotes({ io: { stderr } }: Run, result: PanelResult, { files, leftOut }: PanelFiles, options: PanelOptions): void {
  const withNames = options.anonymous ? textsWithNames(files) : 0;
  const settled = options.quiet ? undefined : result.settled;
  const { open = 0, openMarks = 0 } = settled ?? {};
  const lines = [
    ...result.warnings.map(warningSentence),
    ...leftOut.map((source) => phrase('panel', 'left-out', { source })),
    ...(withNames > 0 ? [phrase('panel', 'names-in-texts', { n: withNames })] : []),
    ...(settled ? [phrase('panel', 'settled-written', { ...settled })] : []),
    ...(openMarks > 0 ? [phrase('panel', 'settled-marks', { n: openMarks })] : []),
    ...(open + openMarks > 0 ? [phrase('panel', 'settled-next')] : []),
  ];
  for (const line of lines) stderr.write(`${wrapped(visible(line), columnsOf(stderr))}\n`);
  // Not wrapped, so that it can be copied.
  if (settled && open + openMarks > 0) stderr.write(`  compass assess ${visible(settled.output)} --only review\n`);
}
