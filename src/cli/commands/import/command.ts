import { type Command, Option } from 'commander';
import { helpText } from '../../../messages/help.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { withCommonOptions } from '../../options/common.ts';
import type { Finish } from '../../register.ts';
import type { ImportOptions } from './options.ts';

export function registerImport(program: Command, run: Run, finish: Finish): void {
  const outputs: string[] = [];
  const collect = (value: string): string[] => {
    outputs.push(value);
    return outputs;
  };
  const command = program
    .command('import')
    .summary(helpText('import', 'summary'))
    .description(helpText('import', 'description'))
    .argument('[filled-files...]', helpText('import', 'filled-files'))
    .addOption(new Option('-o, --output <path>', helpText('import', 'output')).argParser(collect))
    .option('--replace', helpText('import', 'replace'));
  withCommonOptions(command)
    .addHelpText('after', helpNotes('import'))
    .action(async (files: string[], options: ImportOptions) => {
      const { runImport } = await import('./run.ts');
      finish(await runImport(run, files, options));
    });
}
