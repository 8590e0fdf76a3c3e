import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Context } from '../../../run/io.ts';
import { topicNames } from './topics.ts';

export function registerHelp(program: Command, context: Context, finish: (code: number) => void): void {
  program
    .helpCommand(false)
    .command('help')
    .summary(helpText('help', 'summary', { names: topicNames.join(', ') }))
    .description(helpText('help', 'description', { names: topicNames.join(', ') }))
    .argument('[topic...]', helpText('help', 'topic'))
    .addHelpText('after', `\n${helpText('help', 'notes')}`)
    .action(async (words: string[]) => finish(await (await import('./run.ts')).runHelp(context, program, words)));
}
