import type { Command } from 'commander';
import type { Context } from '../../../run/io.ts';
import { choiceOption, withCommonOptions } from '../../options.ts';
import type { AssessOptions } from './run.ts';

export function registerAssess(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('assess')
    .summary('answer the questions about a draft, in the terminal')
    .description(
      'Asks the questions one by one and keeps the answers in a file, which it makes, or resumes where it was left.\n' +
        'Every answer is saved before the next question appears. At the end it prints the gap report.',
    )
    .argument('[answers-file]', 'where the answers are kept; named after the draft where left out');
  command
    .option('--draft <file>', 'the text of the draft: each question shows where it may be answered')
    .addOption(choiceOption('--only <what>', 'ask just the answers that are marked to be looked at again', ['review']));
  withCommonOptions(command)
    .addHelpText(
      'after',
      `
Keys: 0-3 choose a level, n not applicable, s skip, b or Esc back, j jump to
another part, ? help and principles, q stop; with the draft's text, p passages.

Example:
  compass assess bill.answers.yaml --draft bill.docx`,
    )
    .action(async (file: string | undefined, options: AssessOptions) => {
      // The menus take their colours from the environment when they are loaded.
      if (!options.color) process.env['NO_COLOR'] = '1';
      const { runAssess } = await import('./run.ts');
      finish(await runAssess(context, file, options));
    });
}
