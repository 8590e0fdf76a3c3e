import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { withCommonOptions } from '../../options/common.ts';
import type { Finish } from '../../register.ts';
import type { InitOptions } from './run.ts';

export function registerInit(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('init')
    .summary(helpText('init', 'summary'))
    .description(helpText('init', 'description'))
    .argument('[folder]', helpText('init', 'folder'))
    .option('--title <text>', helpText('init', 'title'))
    .option('--draft <file>', helpText('init', 'draft'));
  withCommonOptions(command)
    .addHelpText('after', helpNotes('init'))
    .action(async (folder: string | undefined, options: InitOptions) =>
      finish(await (await import('./run.ts')).runInit(run, folder ?? '.', options)),
    );
}
