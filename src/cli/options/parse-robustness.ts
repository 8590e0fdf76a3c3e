import { type RobustnessMethod, standardMethod, weightRules } from '../../core/robustness/result.ts';
import { listed } from '../../messages/lists.ts';
import { CompassError, type Problem } from '../../source/problem.ts';
import { badNumber, type NumberBounds, parseNumber } from './parse-number.ts';
import type { RobustnessOptions } from './robustness.ts';

const spreadBounds: NumberBounds = { least: 0, most: 100 };
/** Fewer draws say little about one case in twenty; more take long and say no more. */
const drawBounds: NumberBounds = { least: 100, most: 100_000, whole: true };
const seedBounds: NumberBounds = { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true };

/**
 * Turns the options into a method.
 * @returns undefined if robustness is not asked for
 * @throws CompassError with every option that is invalid, or that is given without `--robustness`
 */
export function parseRobustness(options: RobustnessOptions): RobustnessMethod | undefined {
  if (!options.robustness) {
    refuseWithoutRobustness(options);
    return undefined;
  }
  const problems: Problem[] = [];
  const method = {
    weights: parseWeights(options, problems),
    spread: parseBounded(options, 'spread', spreadBounds, problems),
    draws: parseBounded(options, 'draws', drawBounds, problems),
    seed: parseBounded(options, 'seed', seedBounds, problems),
  };
  if (problems.length > 0) throw new CompassError(problems);
  return method;
}

function refuseWithoutRobustness(options: RobustnessOptions): void {
  const given = (['weights', 'spread', 'draws', 'seed'] as const).filter((name) => options[name] !== undefined);
  if (given.length === 0) return;
  throw new CompassError(given.map((name) => ({ code: 'needs-robustness', args: { option: `--${name}` }, source: 'compass' })));
}

function parseWeights({ weights }: RobustnessOptions, problems: Problem[]): RobustnessMethod['weights'] {
  const rule = weightRules.find((each) => each === (weights ?? standardMethod.weights));
  if (rule !== undefined) return rule;
  const args = { option: '--weights', known: listed(weightRules), found: `"${weights}"` };
  problems.push({ code: 'bad-choice', args, source: 'compass' });
  return standardMethod.weights;
}

function parseBounded(
  options: RobustnessOptions,
  name: 'spread' | 'draws' | 'seed',
  bounds: NumberBounds,
  problems: Problem[],
): number {
  const text = options[name];
  const value = text === undefined ? standardMethod[name] : parseNumber(text, bounds);
  if (value !== undefined) return value;
  problems.push(badNumber(`--${name}`, text ?? '', bounds));
  return standardMethod[name];
}
