import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PreparedRubric } from '../core/rubric.ts';
import { listed } from '../messages/lists.ts';
import { compiledRubric } from '../rubric/compiled.ts';
import { CompassError } from '../source/problem.ts';
import { configuredRubric } from './config.ts';
import type { RubricPlace } from './rubric-place.ts';
import type { Run } from './run.ts';

export const defaultRubric = 'ungps-compass';

/** What is needed of a run to find a rubric. */
type Place = Pick<Run, 'io' | 'root' | 'config'>;

/**
 * Finds the rubric that `--rubric` or the configuration names: a folder, or the id of a bundled one.
 * @throws CompassError if there is neither
 */
export async function findRubric(run: Place, given: string | undefined): Promise<RubricPlace> {
  if (given !== undefined) return namedRubric(run, given);
  const config = await run.config();
  return namedRubric(run, (config && (await configuredRubric(run.io, config))) ?? defaultRubric);
}

async function namedRubric({ io, root }: Omit<Place, 'config'>, named: string): Promise<RubricPlace> {
  const folder = resolve(io.cwd(), named);
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const bundled = await bundledRubrics(root);
  if (bundled.includes(named) && !(isFolder && named !== defaultRubric))
    return { folder: join(root, 'rubrics', named), name: `rubrics/${named}`, bundled: named };
  if (isFolder) return { folder, name: named.replace(/[/\\]+$/, '') || named };
  // The path of rubric.yaml stands for its folder.
  if (/[/\\]?rubric\.yaml$/.test(named) && named !== 'rubric.yaml')
    return namedRubric({ io, root }, named.replace(/[/\\]rubric\.yaml$/, ''));
  throw CompassError.of('rubric-not-found', named, { known: listed(bundled) });
}

/** The ids of the bundled rubrics, sorted. */
export async function bundledRubrics(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'rubrics'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Opens a rubric in the language of the run, or in its own if none is given: a bundled one from its compiled form, if that is up to date, any other from its YAML.
 * @throws CompassError if it or its translation is missing or invalid
 */
export async function openRubric(
  run: Place & { readonly language?: Run['language'] },
  named: string | undefined,
): Promise<PreparedRubric> {
  const place = await findRubric(run, named);
  const { folder, name, bundled } = place;
  const compiled =
    bundled === undefined ? undefined : compiledRubric(folder, join(run.root, 'dist', 'rubrics', `${bundled}.json`));
  const prepared = compiled ?? (await (await import('../rubric/load.ts')).loadRubric(folder, name));
  const { root, language = prepared.rubric.language } = run;
  if (language === prepared.rubric.language) return prepared;
  return (await import('./localise.ts')).inLanguage({ root, language }, place, prepared);
}
