import type { Command } from 'commander';
import { standardMethod, weightRules } from '../core/robustness/result.ts';
import { helpText } from '../messages/help.ts';

export function withRobustnessOptions(command: Command): Command {
  const { weights, spread, draws, seed } = standardMethod;
  return command
    .option('--robustness', helpText('options', 'robustness'))
    .option('--weights <rule>', helpText('options', 'weights', { names: weightRules.join(' or '), weights }))
    .option('--spread <percent>', helpText('options', 'spread', { spread }))
    .option('--draws <number>', helpText('options', 'draws', { draws }))
    .option('--seed <number>', helpText('options', 'seed', { seed }));
}
