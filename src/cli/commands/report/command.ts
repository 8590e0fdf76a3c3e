import type { Command } from 'commander';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { withCommonOptions } from '../../options.ts';
import { withOutputOptions } from '../../output/options.ts';
import { withRobustnessOptions } from '../../robustness-options.ts';
import type { ReportOptions } from './run.ts';

export function registerReport(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('report')
    .summary(helpText('report', 'summary'))
    .description(helpText('report', 'description'))
    .argument('[answers-file]', helpText('report', 'answers-file'));
  withOutputOptions(command, Object.keys(registry.report), 'markdown').option('--wide', helpText('options', 'wide'));
  withRobustnessOptions(command);
  withCommonOptions(command)
    .addHelpText('after', `\n${helpText('report', 'notes')}`)
    .action(async (file: string | undefined, options: ReportOptions) => {
      const { runReport } = await import('./run.ts');
      finish(await runReport(context, file, options));
    });
}
