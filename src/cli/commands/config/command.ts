import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Context } from '../../../run/io.ts';
import { choiceOption } from '../../options.ts';
import type { ConfigOptions } from './run.ts';

export function registerConfig(program: Command, context: Context, finish: (code: number) => void): void {
  const config = program
    .command('config')
    .summary(helpText('config', 'summary'))
    .description(helpText('config', 'description'))
    .addOption(choiceOption('-f, --format <name>', helpText('options', 'format'), ['terminal', 'json']).default('terminal'))
    .addHelpText('after', `\n${helpText('config', 'notes')}`)
    .action(async (options: ConfigOptions) => finish(await (await import('./run.ts')).runConfig(context, options)));
  config
    .command('schema')
    .summary('where the JSON Schemas for editors are')
    .description(
      'Prints the path of a JSON Schema that lets an editor complete and check a file of compass. Without a name it lists them all;\n' +
        'the one with the id of a rubric is for the answers to its questions. compass init writes them into the files that it makes.',
    )
    .argument('[schema]', 'its name, for instance answers, config or feature')
    .addHelpText('after', '\nExample:\n  compass config schema ungps-compass.answers')
    .action(async (schema: string | undefined) => finish(await (await import('./schema.ts')).printSchema(context, schema)));
}
