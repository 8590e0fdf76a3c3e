import type { Command } from 'commander';
import { settleRules } from '../../../core/panel/rules.ts';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { choiceOption, withCommonOptions } from '../../options.ts';
import { withOutputOptions } from '../../output/options.ts';
import type { PanelOptions } from './run.ts';

export function registerPanel(program: Command, context: Context, finish: (code: number) => void): void {
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
    .addHelpText('after', `\n${helpText('panel', 'notes')}`)
    .action(async (files: string[], options: PanelOptions) => {
      const { runPanel } = await import('./run.ts');
      finish(await runPanel(context, files, options));
    });
}
