import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import type { Finish } from '../../register.ts';

export function registerCompletion(program: Command, run: Run, finish: Finish): void {
  program
    .command('completion')
    .summary(helpText('completion', 'summary'))
    .description(helpText('completion', 'description'))
    .argument('<shell>', helpText('completion', 'shell'))
    .addHelpText('after', helpNotes('completion'))
    .action(async (shell: string) => finish(await (await import('./run.ts')).printCompletionScript(run, shell)));

  // Called by the script: `compass complete -- score --format ""`.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .helpOption(false)
    .action(async (words: string[]) => finish(await (await import('./run.ts')).printCompletions(run, program, words)));
}
