import type { Command } from 'commander';
import { failOnNames } from '../../../core/gate-names.ts';
import { helpText } from '../../../messages/help.ts';
import { listed } from '../../../messages/lists.ts';
import { registry } from '../../../report/registry.ts';
import type { Run } from '../../../run/run.ts';
import { helpNotes } from '../../help-notes.ts';
import { withCommonOptions } from '../../options/common.ts';
import { withOutputOptions } from '../../options/outputs.ts';
import { withRobustnessOptions } from '../../options/robustness.ts';
import type { Finish } from '../../register.ts';
import type { ScoreOptions } from './options.ts';

export function registerScore(program: Command, run: Run, finish: Finish): void {
  const command = program
    .command('score')
    .summary(helpText('score', 'summary'))
    .description(helpText('score', 'description'))
    .argument('[files...]', helpText('score', 'files'));
  withOutputOptions(command, Object.keys(registry.score), 'terminal')
    .option('--min <score>', helpText('score', 'min'), collect)
    .option('--min-feature <id=score>', helpText('score', 'min-feature'), collect)
    .option('--fail-on <list>', helpText('score', 'fail-on', { names: listed(failOnNames) }), collect)
    .option('--in-context', helpText('score', 'in-context'))
    .option('--baseline <result.json>', helpText('score', 'baseline'), collect)
    .option('--tolerance <points>', helpText('score', 'tolerance'), collect)
    .option('--update-baseline', helpText('score', 'update-baseline'))
    .option('--partial', helpText('score', 'partial'))
    .option('--allow-other-rubric', helpText('score', 'allow-other-rubric'))
    .option('--explain [id]', helpText('score', 'explain'))
    .option('--wide', helpText('options', 'wide'))
    .option('--jobs <n>', helpText('score', 'jobs'));
  withRobustnessOptions(command);
  withCommonOptions(command)
    .addHelpText('after', helpNotes('score'))
    .action(async (files: string[], options: ScoreOptions) => {
      const { runScore } = await import('./run.ts');
      finish(await runScore(run, files, options));
    });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
