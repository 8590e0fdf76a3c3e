import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import { listed } from '../../../messages/lists.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import type { Finish } from '../../register.ts';
import { topicNames } from './topics.ts';

export function registerHelp(program: Command, run: Run, finish: Finish): void {
  program
    .helpCommand(false)
    .command('help')
    .summary(helpText('help', 'summary', { names: listed(topicNames) }))
    .description(helpText('help', 'description', { names: listed(topicNames) }))
    .argument('[topic...]', helpText('help', 'topic'))
    .addHelpText('after', helpNotes('help'))
    .action(async (words: string[]) => finish(await (await import('./run.ts')).runHelp(run, program, words)));
}
