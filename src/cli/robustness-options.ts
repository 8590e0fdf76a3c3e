import type { Command } from 'commander';
import { standardMethod, weightRules } from '../core/robustness/result.ts';

export function withRobustnessOptions(command: Command): Command {
  const { weights, spread, draws, seed } = standardMethod;
  return command
    .option('--robustness', 'say how sure the score is, were weights and unsure answers different')
    .option('--weights <rule>', `for --robustness: ${weightRules.join(' or ')} draws (default: ${weights})`)
    .option('--spread <percent>', `for --robustness: how far from the rubric's (default: ${spread})`)
    .option('--draws <number>', `for --robustness: how many draws (default: ${draws})`)
    .option('--seed <number>', `for --robustness: another seed, other draws (default: ${seed})`);
}
