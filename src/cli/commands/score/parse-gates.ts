import type { Config } from '../../../config/read.ts';
import { type FailOn, failOnNames } from '../../../core/gate-names.ts';
import type { Gates } from '../../../core/gates.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { listed } from '../../../messages/lists.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { badNumber, parseNumber } from '../../options/parse-number.ts';
import type { GateOptions } from './options.ts';

/**
 * The gates of a run. An option overrides the configuration; minimums of single features are added to those of the configuration.
 * An option may be given several times: all of them hold, and of two minimums for the same thing the greater one.
 * @throws CompassError with every invalid gate
 */
export function parseGates(options: GateOptions, config: Config | undefined, prepared: PreparedRubric): Gates {
  const problems: Problem[] = [];
  const { overall, ...ofFeatures } = config?.settings.minimums ?? {};
  if (config) problems.push(...unknownMinimums(config, Object.keys(ofFeatures), prepared));
  const given = new Map<string, number>();
  for (const pair of options.minFeature ?? []) {
    const [id, bound] = parseMinFeature(pair, prepared, problems) ?? [];
    if (id !== undefined && bound !== undefined) given.set(id, Math.max(bound, given.get(id) ?? 0));
  }
  const minFeature = new Map([...Object.entries(ofFeatures), ...given]);
  const bounds = (options.min ?? []).flatMap((each) => parsePoints('--min', each, problems) ?? []);
  const min = bounds.length > 0 ? Math.max(...bounds) : overall;
  const failOn = options.failOn === undefined ? new Set(config?.settings.failOn) : parseFailOn(options.failOn, problems);
  if (problems.length > 0) throw new CompassError(problems);
  const inContext = options.inContext ?? config?.settings.inContext ?? false;
  return { ...(min !== undefined && { min }), minFeature, failOn, inContext };
}

function unknownMinimums(config: Config, ids: readonly string[], { features, rubric }: PreparedRubric): Problem[] {
  const known = features.map(({ feature }) => feature.id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => {
      const suggestion = nearest(id, ['overall', ...known]);
      const args = { id, rubric: rubric.id, ...(suggestion !== undefined && { suggestion }) };
      return config.problem('unknown-minimum', ['minimums', id], args, 'key');
    });
}

/** Parses `--min-feature ID=POINTS`. Records a problem for each invalid part. */
function parseMinFeature(
  pair: string,
  { features, rubric }: PreparedRubric,
  problems: Problem[],
): readonly [id: string, bound: number | undefined] | undefined {
  const [id, value, ...more] = pair.split('=');
  if (!id || value === undefined || more.length > 0) {
    problems.push({ code: 'bad-pair', args: { option: '--min-feature', found: pair }, source: 'compass' });
    return undefined;
  }
  const bound = parsePoints('--min-feature', value, problems);
  const known = features.map(({ feature }) => feature.id);
  if (!known.includes(id)) {
    const suggestion = nearest(id, known);
    const args = { id, rubric: rubric.id, ...(suggestion !== undefined && { suggestion }) };
    problems.push({ code: 'unknown-minimum', args, source: 'compass' });
  }
  return [id, bound];
}

function parseFailOn(lists: readonly string[], problems: Problem[]): Set<FailOn> {
  const names = lists.flatMap((list) => list.split(',')).map((name) => name.trim());
  const unknown = names.filter((name) => !failOnNames.some((each) => each === name));
  for (const name of unknown) {
    const args = { option: '--fail-on', known: listed(failOnNames), found: `"${name}"` };
    problems.push({ code: 'bad-choice', args, source: 'compass' });
  }
  return new Set(failOnNames.filter((name) => names.includes(name)));
}

const pointBounds = { least: 0, most: 100 };

/** Parses points, 0..100; records a problem otherwise. */
export function parsePoints(option: string, text: string, problems: Problem[]): number | undefined {
  const points = parseNumber(text, pointBounds);
  if (points === undefined) problems.push(badNumber(option, text, pointBounds));
  return points;
}
