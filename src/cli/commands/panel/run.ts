import { commonDraft, comparePanel } from '../../../core/panel/panel.ts';
import type { PanelResult, PanelWarning } from '../../../core/panel/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { warningSentence } from '../../../report/documents/panel/words.ts';
import { registry } from '../../../report/registry.ts';
import { type Context, columnsOf, exitCode } from '../../../run/io.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import type { CommonOptions } from '../../options.ts';
import type { OutputOptions } from '../../output/options.ts';
import { pairOutputs, refuseToOverwrite, writeReports } from '../../output/outputs.ts';
import { anonymous, named, readPanel, textsWithNames } from './files.ts';
import { answersOutput, parseRule, writeSettled } from './settle.ts';

export interface PanelOptions extends CommonOptions, OutputOptions {
  readonly anonymous?: boolean;
  readonly settle?: string;
  readonly force?: boolean;
}

/** `compass panel`: exit code 0 however far the reviewers agree, 2 where they make no panel. */
export async function runPanel(context: Context, given: readonly string[], options: PanelOptions): Promise<number> {
  const rule = parseRule(options.settle);
  const { settleTo, reports } = answersOutput(options, rule);
  const outputs = pairOutputs('compass panel', reports, registry.panel, 'terminal');
  const prepared = await openRubric(context, options.rubric);
  const { files, warnings, leftOut } = await readPanel(context, given, prepared, options.force === true);
  refuseToOverwrite(
    context,
    outputs,
    files.map(({ source }) => source),
  );
  const members = options.anonymous ? anonymous(files) : named(files);
  const told = options.anonymous ? warnings.map(withoutName) : warnings;
  const { title, jurisdiction, version, date } = commonDraft(members);
  const { rubric, digest } = prepared;
  const compared: PanelResult = {
    format: 'compass-panel/1',
    tool: { name: 'ungps-compass', version: context.version },
    rubric: { id: rubric.id, version: rubric.version, digest },
    draft: {
      ...(title !== undefined && { title }),
      ...(jurisdiction !== undefined && { jurisdiction }),
      ...(version !== undefined && { version }),
      ...(date !== undefined && { date }),
    },
    anonymous: options.anonymous === true,
    ...comparePanel(
      prepared,
      members.map(({ label, assessment, source }) => ({ label, assessment, ...(!options.anonymous && { source }) })),
    ),
    warnings: told,
  };
  const settled = rule && (await writeSettled(context, prepared, members, compared, rule, settleTo));
  const result: PanelResult = settled ? { ...compared, settled } : compared;
  await writeReports(context, outputs, registry.panel, options, (width, style) => ({ result, rubric, width, style }));
  const lines = [
    ...told.map(warningSentence),
    ...leftOut.map((source) => phrase('panel', 'left-out', { source })),
    ...(options.anonymous && textsWithNames(files) > 0 ? [phrase('panel', 'names-in-texts', { n: textsWithNames(files) })] : []),
    ...(settled && !options.quiet ? [phrase('panel', 'settled-written', settled)] : []),
    ...(settled && settled.open > 0 && !options.quiet ? [phrase('panel', 'settled-next', settled)] : []),
  ];
  const { stderr } = context.io;
  for (const line of lines) stderr.write(`${wrapped(visible(line), columnsOf(stderr))}\n`);
  // Not wrapped: it is to be copied.
  if (settled && settled.open > 0 && !options.quiet) stderr.write(`  compass assess ${visible(settled.output)} --only review\n`);
  return exitCode.done;
}

function withoutName({ code, args }: PanelWarning): PanelWarning {
  return code === 'same-name' ? { code, args: {} } : { code, args };
}
