import type { Command } from 'commander';
import { standardMethod, weightRules } from '../../core/robustness/result.ts';
import { helpText } from '../../messages/help.ts';

/** The options as they stand on the command line. */
export interface RobustnessOptions {
  readonly robustness?: boolean;
  readonly weights?: string;
  readonly spread?: string;
  readonly draws?: string;
  readonly seed?: string;
}

export function withRobustnessOptions(command: Command): Command {
  const { weights, spread, draws, seed } = standardMethod;
  return command
    .option('--robustness', helpText('options', 'robustness'))
    .option('--weights <rule>', helpText('options', 'weights', { names: weightRules.join(helpText('options', 'or')), weights }))
    .option('--spread <percent>', helpText('options', 'spread', { spread }))
    .option('--draws <number>', helpText('options', 'draws', { draws }))
    .option('--seed <number>', helpText('options', 'seed', { seed }));
}
