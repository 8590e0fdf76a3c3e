import type { Command } from 'commander';
import type { Context } from '../../../run/io.ts';
import { choiceOption } from '../../options.ts';
import type { ConfigOptions } from './run.ts';

export function registerConfig(program: Command, context: Context, finish: (code: number) => void): void {
  program
    .command('config')
    .summary('the settings in force, and where they come from')
    .description(
      'Prints every setting in force and where it comes from: compass.config.yaml, which is looked for in the working folder and\n' +
        'above it, or the default. What is named on the command line of the other commands goes before both.',
    )
    .addOption(choiceOption('-f, --format <name>', 'how to print it', ['terminal', 'json']).default('terminal'))
    .addHelpText('after', '\nExample:\n  compass config')
    .action(async (options: ConfigOptions) => finish(await (await import('./run.ts')).runConfig(context, options)));
}
