import type { Command } from 'commander';
import { settleRules } from '../../../core/panel/rules.ts';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { choiceOption, withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import type { Finish } from '../../register.ts';
import type { PanelOptions } from './run.ts';

export function registerPanel(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('panel')
    .summary(helpText('panel', 'summary'))
    .description(helpText('panel', 'description'))
    .argument('<answers...>', helpText('panel', 'answers'));
  withOutputOptions(command, Object.keys(registry.panel), 'terminal')
    .option('--anonymous', helpText('panel', 'anonymous'))
    .addOption(choiceOption('--settle <rule>', helpText('panel', 'settle'), settleRules))
    .option('--force', helpText('panel', 'force'));
  withCommonOptions(command)
    .addHelpText('after', helpNotes('panel'))
    .action(async (files: string[], options: PanelOptions) => {
      const { runPanel } = await import('./run.ts');
      finish(await runPanel(run, files, options));
    });
}
