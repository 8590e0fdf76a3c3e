import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import { withRobustnessOptions } from '../../options/robustness.ts';
import type { Finish } from '../../register.ts';
import type { ReportOptions } from './run.ts';

export function registerReport(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('report')
    .summary(helpText('report', 'summary'))
    .description(helpText('report', 'description'))
    .argument('[answers-file]', helpText('report', 'answers-file'));
  withOutputOptions(command, Object.keys(registry.report), 'markdown').option('--wide', helpText('options', 'wide'));
  withRobustnessOptions(command);
  withCommonOptions(command)
    .addHelpText('after', helpNotes('report'))
    .action(async (file: string | undefined, options: ReportOptions) => {
      const { runReport } = await import('./run.ts');
      finish(await runReport(run, file, options));
    });
}
