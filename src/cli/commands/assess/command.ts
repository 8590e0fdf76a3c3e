import type { Command } from 'commander';
import { outstanding } from '../../../interview/outstanding.ts';
import { helpText } from '../../../messages/help.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { choiceOption, withCommonOptions } from '../../options/common.ts';
import type { Finish } from '../../register.ts';
import type { AssessOptions } from './run.ts';

export function registerAssess(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('assess')
    .summary(helpText('assess', 'summary'))
    .description(helpText('assess', 'description'))
    .argument('[answers-file]', helpText('assess', 'answers-file'));
  command
    .option('--draft <file>', helpText('assess', 'draft'))
    .addOption(choiceOption('--only <what>', helpText('assess', 'only'), ['review']))
    .addOption(choiceOption('--list [what]', helpText('assess', 'list'), outstanding));
  withCommonOptions(command)
    .addHelpText('after', helpNotes('assess'))
    .action(async (file: string | undefined, options: AssessOptions) => {
      const { runAssess } = await import('./run.ts');
      finish(await runAssess(run, file, options));
    });
}
