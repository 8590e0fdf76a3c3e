import type { Command } from 'commander';
import { failOnNames } from '../../../core/gate-names.ts';
import { helpText } from '../../../messages/help.ts';
import { registry } from '../../../report/registry.ts';
import type { Context } from '../../../run/io.ts';
import { withCommonOptions } from '../../options.ts';
import { withOutputOptions } from '../../output/options.ts';
import { withRobustnessOptions } from '../../robustness-options.ts';
import type { ScoreOptions } from './run.ts';

export function registerScore(program: Command, context: Context, finish: (code: number) => void): void {
  const command = program
    .command('score')
    .summary(helpText('score', 'summary'))
    .description(helpText('score', 'description'))
    .argument('[files...]', helpText('score', 'files'));
  withOutputOptions(command, Object.keys(registry.score), 'terminal')
    .option('--min <score>', helpText('score', 'min'))
    .option('--min-feature <id=score>', helpText('score', 'min-feature'), collect)
    .option('--fail-on <list>', helpText('score', 'fail-on', { names: failOnNames.join(', ') }))
    .option('--baseline <result.json>', helpText('score', 'baseline'))
    .option('--tolerance <points>', helpText('score', 'tolerance'))
    .option('--update-baseline', helpText('score', 'update-baseline'))
    .option('--allow-other-rubric', helpText('score', 'allow-other-rubric'))
    .option('--explain [id]', helpText('score', 'explain'))
    .option('--wide', helpText('options', 'wide'))
    .option('--jobs <n>', helpText('score', 'jobs'));
  withRobustnessOptions(command);
  withCommonOptions(command)
    .addHelpText('after', `\n${helpText('score', 'notes')}`)
    .action(async (files: string[], options: ScoreOptions) => {
      const { runScore } = await import('./run.ts');
      finish(await runScore(context, files, options));
    });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
