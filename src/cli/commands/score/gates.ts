import type { Config } from '../../../config/read.ts';
import { type FailOn, failOnNames } from '../../../core/gate-names.ts';
import type { Gates } from '../../../core/gates.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import type { GateOptions } from '../../options/common.ts';

/**
 * The gates of a run: those of the configuration, and in their place or beside them those of the command line.
 * @throws CompassError with every gate that is not written as it must be
 */
export function parseGates(options: GateOptions, config: Config | undefined, { features, rubric }: PreparedRubric): Gates {
  const problems: Problem[] = [];
  const known = features.map(({ feature }) => feature.id);
  const { overall, ...ofFeatures } = config?.settings.minimums ?? {};
  const minFeature = new Map(Object.entries(ofFeatures));
  for (const id of minFeature.keys()) {
    if (known.includes(id)) continue;
    const suggestion = nearest(id, ['overall', ...known]);
    const args = { id, rubric: rubric.id, ...(suggestion !== undefined && { suggestion }) };
    if (config) problems.push(config.problem('unknown-minimum', ['minimums', id], args, 'key'));
  }
  for (const pair of options.minFeature ?? []) {
    const [id, value, ...more] = pair.split('=');
    if (!id || value === undefined || more.length > 0) {
      problems.push({ code: 'bad-pair', args: { option: '--min-feature', found: pair }, source: 'compass' });
      continue;
    }
    const bound = parsePoints('--min-feature', value, problems);
    if (bound !== undefined) minFeature.set(id, bound);
    if (!known.includes(id)) {
      const suggestion = nearest(id, known);
      const args = { id, rubric: rubric.id, ...(suggestion !== undefined && { suggestion }) };
      problems.push({ code: 'unknown-minimum', args, source: 'compass' });
    }
  }
  const min = options.min === undefined ? overall : parsePoints('--min', options.min, problems);
  const failOn = options.failOn === undefined ? new Set(config?.settings.failOn) : parseFailOn(options.failOn, problems);
  if (problems.length > 0) throw new CompassError(problems);
  return { ...(min !== undefined && { min }), minFeature, failOn };
}

function parseFailOn(list: string, problems: Problem[]): Set<FailOn> {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !failOnNames.some((each) => each === name));
  for (const name of unknown) {
    const args = { option: '--fail-on', known: failOnNames.join(', '), found: `"${name}"` };
    problems.push({ code: 'bad-choice', args, source: 'compass' });
  }
  return new Set(failOnNames.filter((name) => names.includes(name)));
}

/** A number of points, 0..100. What is none is a problem. */
export function parsePoints(option: string, text: string, problems: Problem[]): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= 100) return value;
  problems.push({ code: 'bad-number', args: { option, least: 0, most: 100, found: `"${text}"` }, source: 'compass' });
  return undefined;
}
