import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Context } from '../../../run/io.ts';

export function registerCompletion(program: Command, context: Context, finish: (code: number) => void): void {
  program
    .command('completion')
    .summary(helpText('completion', 'summary'))
    .description(helpText('completion', 'description'))
    .argument('<shell>', helpText('completion', 'shell'))
    .addHelpText('after', `\n${helpText('completion', 'notes')}`)
    .action(async (shell: string) => finish(await (await import('./run.ts')).printCompletionScript(context, program, shell)));

  // What the script asks: `compass complete -- score --format ""`.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .helpOption(false)
    .action(async (words: string[]) => finish(await (await import('./run.ts')).printCompletions(context, program, words)));
}
