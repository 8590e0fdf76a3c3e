import type { Command } from 'commander';
import type { Context } from '../../../run/io.ts';
import { topicNames } from './topics.ts';

export function registerHelp(program: Command, context: Context, finish: (code: number) => void): void {
  program
    .helpCommand(false)
    .command('help')
    .summary(`help on a command, or on ${topicNames.join(', ')}`)
    .description(`Prints the help of a command, or explains a topic: ${topicNames.join(', ')}.`)
    .argument('[topic...]', 'a command or a topic')
    .addHelpText('after', '\nExample:\n  compass help exit-codes')
    .action(async (words: string[]) => finish(await (await import('./run.ts')).runHelp(context, program, words)));
}
