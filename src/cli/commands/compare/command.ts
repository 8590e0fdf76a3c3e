import type { Command } from 'commander';
import { compareModes } from '../../../core/compare/result.ts';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { choiceOption, withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import type { Finish } from '../../register.ts';
import type { CompareOptions } from './run.ts';

export function registerCompare(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('compare')
    .summary(helpText('compare', 'summary'))
    .description(helpText('compare', 'description'))
    .argument('[files...]', helpText('compare', 'files'));
  withOutputOptions(command, Object.keys(registry.compare), 'terminal')
    .addOption(choiceOption('--as <mode>', helpText('compare', 'as'), compareModes))
    .option('--force', helpText('compare', 'force'));
  withCommonOptions(command)
    .addHelpText('after', helpNotes('compare'))
    .action(async (files: string[], options: CompareOptions) => {
      const { runCompare } = await import('./run.ts');
      finish(await runCompare(run, files, options));
    });
}
