import type { Command } from 'commander';
import { failOnNames } from '../../../core/gate-names.ts';
import { formatNames } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { withCommonOptions } from '../../options.ts';
import { wideHelp, withOutputOptions } from '../../output/options.ts';
import { withRobustnessOptions } from '../../robustness-options.ts';
import type { ScoreOptions } from './run.ts';

export function registerScore(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('score')
    .summary('score answers files: one, many, a folder')
    .description(
      'Scores answers files and prints the result: the gap report of one draft, a table of several.\n' +
        'Takes files, folders (every *.answers.yaml, .yml and .json below them), globs, and - for standard input.\n' +
        'Standard input, and files named .ndjson or .jsonl, may hold many assessments, one a line.',
    )
    .argument('[files...]', 'answers files, folders, globs or -');
  withOutputOptions(command, formatNames('score'), 'terminal')
    .option('--min <score>', 'fail (exit 1) where the overall low is under this')
    .option('--min-feature <id=score>', 'the same for one feature; may be repeated', collect)
    .option('--fail-on <list>', `fail (exit 1) on any of: ${failOnNames.join(', ')}`)
    .option('--baseline <result.json>', 'fail (exit 1) where something got worse than in this stored result')
    .option('--tolerance <points>', 'how far a low may fall under the baseline (default: 0)')
    .option('--update-baseline', 'write the baseline anew from this run, instead of comparing with it')
    .option('--allow-other-rubric', 'compare with a baseline that was made with another version of the rubric')
    .option('--explain [id]', 'print the arithmetic, of all or of one question or feature')
    .option('--wide', wideHelp)
    .option('--jobs <n>', 'score in so many threads at once (default: one a core)');
  withRobustnessOptions(command);
  withCommonOptions(command)
    .addHelpText(
      'after',
      `
Gates look at the low end of the range, so that a blank answer can't pass one.
Gates on critical questions, flags and single features say more about a draft
than a minimum for the average does.

Examples:
  compass score drafts/ --fail-on critical,flag --min-feature access-to-remedy=40
  compass score drafts/ --format sarif --output gaps.sarif --format markdown --output gaps.md`,
    )
    .action(async (files: string[], options: ScoreOptions) => {
      const { runScore } = await import('./run.ts');
      finish(await runScore(context, files, options));
    });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
