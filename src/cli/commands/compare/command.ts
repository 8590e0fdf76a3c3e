import type { Command } from 'commander';
import { compareModes } from '../../../core/compare/result.ts';
import { compareFormats } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { choiceOption, withCommonOptions } from '../../options.ts';
import { withOutputOptions } from '../../output/options.ts';
import type { CompareOptions } from './run.ts';

export function registerCompare(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('compare')
    .summary('versions of one draft, or several laws, side by side')
    .description(
      'Shows what moved between versions of one draft, and why: scores, answers, gaps, red flags, evidence.\n' +
        'Puts several laws side by side: ranking, strengths, what none of them has.',
    )
    .argument('[files...]', 'two or more answers files, folders or globs; versions in their order');
  withOutputOptions(command, Object.keys(compareFormats), 'terminal')
    .addOption(choiceOption('--as <mode>', 'versions of one draft, or laws of their own, whatever the files say', compareModes))
    .option('--force', 'compare answers made with different versions of the rubric; the output says so');
  withCommonOptions(command)
    .addHelpText(
      'after',
      `
Files that name the same title are versions of one draft, in the order named
(those of a folder by file name); others are laws. Exit code 0 when all were
compared, whatever moved.

Example:
  compass compare bill.answers.yaml bill-v2.answers.yaml -o changes.md
  compass compare laws/ --as laws`,
    )
    .action(async (files: string[], options: CompareOptions) => {
      const { runCompare } = await import('./run.ts');
      finish(await runCompare(context, files, options));
    });
}
