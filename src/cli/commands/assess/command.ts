import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Context } from '../../../run/io.ts';
import { choiceOption, withCommonOptions } from '../../options.ts';
import type { AssessOptions } from './run.ts';

export function registerAssess(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('assess')
    .summary(helpText('assess', 'summary'))
    .description(helpText('assess', 'description'))
    .argument('[answers-file]', helpText('assess', 'answers-file'));
  command
    .option('--draft <file>', helpText('assess', 'draft'))
    .addOption(choiceOption('--only <what>', helpText('assess', 'only'), ['review']));
  withCommonOptions(command)
    .addHelpText('after', `\n${helpText('assess', 'notes')}`)
    .action(async (file: string | undefined, options: AssessOptions) => {
      // The menus take their colours from the environment when they are loaded.
      if (!options.color) process.env['NO_COLOR'] = '1';
      const { runAssess } = await import('./run.ts');
      finish(await runAssess(context, file, options));
    });
}
