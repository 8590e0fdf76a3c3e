import type { Command } from 'commander';
import type { Context } from '../../../run/io.ts';
import { withCommonOptions } from '../../options.ts';
import type { InitOptions } from './run.ts';

export function registerInit(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('init')
    .summary("make a draft's folder, ready to work in")
    .description(
      'Makes a folder ready to work in: a configuration, and an answers file in which every question stands with its levels,\n' +
        'to be filled in with an editor or with compass assess. Nothing that is there is overwritten.',
    )
    .argument('[folder]', 'where to make it; the working folder where left out')
    .option('--title <text>', 'the title of the draft')
    .option('--draft <file>', 'the text of the draft, which the answers will name');
  withCommonOptions(command)
    .addHelpText('after', '\nExample:\n  compass init platforms-bill --title "Online Platforms Bill" --draft bill.docx')
    .action(async (folder: string | undefined, options: InitOptions) =>
      finish(await (await import('./run.ts')).runInit(context, folder ?? '.', options)),
    );
}
