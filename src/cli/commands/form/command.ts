import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import type { Finish } from '../../register.ts';
import { type FormOptions, formFormats } from './options.ts';

export function registerForm(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('form')
    .summary(helpText('form', 'summary'))
    .description(helpText('form', 'description'))
    .argument('[answers-file]', helpText('form', 'answers-file'))
    .option('--draft <file>', helpText('form', 'draft'));
  withOutputOptions(command, Object.keys(formFormats), 'html');
  withCommonOptions(command)
    .addHelpText('after', helpNotes('form'))
    .action(async (file: string | undefined, options: FormOptions) => {
      const { runForm } = await import('./run.ts');
      finish(await runForm(run, file, options));
    });
}
