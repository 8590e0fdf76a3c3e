import type { Command } from 'commander';
import { type FailOn, failOnNames, type Gates } from '../core/gates.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { nearest } from '../source/nearest.ts';
import { CompassError, type Problem } from '../source/problem.ts';

/** The options that every command which prints a result has. */
export interface CommonOptions {
  readonly rubric?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--rubric <folder>', 'another rubric: its folder, or the id of a bundled one')
    .option('-q, --quiet', 'print the result and errors, nothing else')
    .option('--no-color', 'no colours');
}

/** The gates as they stand on the command line. */
export interface GateOptions {
  readonly min?: string;
  readonly minFeature?: readonly string[];
  readonly failOn?: string;
}

/**
 * Turns the options into gates.
 * @throws CompassError with every option that is not written as it must be
 */
export function parseGates(options: GateOptions, { features }: PreparedRubric): Gates {
  const problems: Problem[] = [];
  const known = features.map(({ feature }) => feature.id);
  const minFeature = new Map<string, number>();
  for (const pair of options.minFeature ?? []) {
    const [id, value, ...more] = pair.split('=');
    if (!id || value === undefined || more.length > 0) {
      problems.push({ code: 'bad-pair', args: { option: '--min-feature', found: pair }, source: 'compass' });
      continue;
    }
    const bound = parseBound('--min-feature', value, problems);
    if (bound !== undefined) minFeature.set(id, bound);
    if (!known.includes(id)) {
      const suggestion = nearest(id, known);
      problems.push({
        code: 'explain-unknown',
        args: { id, ...(suggestion !== undefined && { suggestion }) },
        source: 'compass',
      });
    }
  }
  const min = options.min === undefined ? undefined : parseBound('--min', options.min, problems);
  const failOn = new Set<FailOn>();
  for (const name of options.failOn?.split(',') ?? []) {
    const trimmed = name.trim();
    const found = failOnNames.find((each) => each === trimmed);
    if (found) failOn.add(found);
    else
      problems.push({
        code: 'bad-choice',
        args: { option: '--fail-on', known: failOnNames.join(', '), found: `"${trimmed}"` },
        source: 'compass',
      });
  }
  if (problems.length > 0) throw new CompassError(problems);
  return { ...(min !== undefined && { min }), minFeature, failOn };
}

function parseBound(option: string, text: string, problems: Problem[]): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 100) return value;
  problems.push({ code: 'bad-number', args: { option, least: 0, most: 100, found: `"${text}"` }, source: 'compass' });
  return undefined;
}
