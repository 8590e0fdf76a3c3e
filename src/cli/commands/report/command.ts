import type { Command } from 'commander';
import { formatNames } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { withCommonOptions } from '../../options.ts';
import { wideHelp, withOutputOptions } from '../../output/options.ts';
import { withRobustnessOptions } from '../../robustness-options.ts';
import type { ReportOptions } from './run.ts';

export function registerReport(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('report')
    .summary('one assessment as a document to hand in')
    .description(
      'Writes the full gap report of one assessment: summary, every answer with its evidence, and what would close each gap.',
    )
    .argument('[answers-file]', 'an answers file, or - for standard input; the one of compass.config.yaml where left out');
  withOutputOptions(command, formatNames('report'), 'markdown').option('--wide', wideHelp);
  withRobustnessOptions(command);
  withCommonOptions(command)
    .addHelpText(
      'after',
      `
Example:
  compass report bill.answers.yaml --output bill-report.md`,
    )
    .action(async (file: string | undefined, options: ReportOptions) => {
      const { runReport } = await import('./run.ts');
      finish(await runReport(context, file, options));
    });
}
