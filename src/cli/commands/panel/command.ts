import type { Command } from 'commander';
import { settleRules } from '../../../core/panel/rules.ts';
import { panelFormats } from '../../../report/panel-registry.ts';
import type { Context } from '../../../run/io.ts';
import { choiceOption, withCommonOptions } from '../../options.ts';
import { withOutputOptions } from '../../output/options.ts';
import type { PanelOptions } from './run.ts';

export function registerPanel(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('panel')
    .summary('several reviewers of one draft: agreement, what to discuss, a settled file')
    .description(
      'Compares what several reviewers answered about one draft: how far they agree, which questions to discuss first, and ' +
        'who is severe or lenient. With --settle, makes one answers file out of theirs.',
    )
    .argument('<answers...>', 'two to fifty answers files, one a reviewer; folders, globs, or - for standard input');
  withOutputOptions(command, Object.keys(panelFormats), 'terminal')
    .option('--anonymous', 'leave out names, organisations and file names: Reviewer A, B, C')
    .addOption(choiceOption('--settle <rule>', 'write one answers file out of all', settleRules))
    .option('--force', 'go on where the files are about different drafts, and say so');
  withCommonOptions(command)
    .addHelpText(
      'after',
      `
--settle takes over what all agree on. Between different levels, median takes
the middle one (and leaves it open where two are in the middle), lowest the
lowest, unanimous none. What is left open is marked for review, with all views.
The file is the --output that ends in .answers.yaml (or .yml, .json); without
one it is named after the draft.

--anonymous does not change what reviewers wrote in their reasons: read them.

Examples:
  compass panel first.answers.yaml second.answers.yaml third.answers.yaml
  compass panel reviews/ --settle median --output settled.answers.yaml
  compass assess settled.answers.yaml --only review`,
    )
    .action(async (files: string[], options: PanelOptions) => {
      const { runPanel } = await import('./run.ts');
      finish(await runPanel(context, files, options));
    });
}
