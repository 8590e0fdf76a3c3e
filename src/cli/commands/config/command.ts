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
    .summary(helpText('config-schema', 'summary'))
    .description(helpText('config-schema', 'description'))
    .argument('[schema]', helpText('config-schema', 'schema'))
    .addHelpText('after', `\n${helpText('config-schema', 'notes')}`)
    .action(async (schema: string | undefined) => finish(await (await import('./schema.ts')).printSchema(context, schema)));
}
