import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { choiceOption } from '../../options/common.ts';
import type { Finish } from '../../register.ts';
import type { ConfigOptions } from './run.ts';

export function registerConfig(program: Command, run: Run, finish: Finish): void {
  const config = program
    .command('config')
    .summary(helpText('config', 'summary'))
    .description(helpText('config', 'description'))
    .addOption(choiceOption('-f, --format <name>', helpText('options', 'format'), ['terminal', 'json']).default('terminal'))
    .addHelpText('after', helpNotes('config'))
    .action(async (options: ConfigOptions) => finish(await (await import('./run.ts')).runConfig(run, options)));
  config
    .command('schema')
    .summary(helpText('config-schema', 'summary'))
    .description(helpText('config-schema', 'description'))
    .argument('[schema]', helpText('config-schema', 'schema'))
    .addHelpText('after', helpNotes('config-schema'))
    .action(async (schema: string | undefined) => finish(await (await import('./schema.ts')).printSchema(run, schema)));
}
