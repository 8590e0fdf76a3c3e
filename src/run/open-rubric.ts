import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PreparedRubric } from '../core/rubric.ts';
import { compiledRubric } from '../rubric/compiled.ts';
import { CompassError } from '../source/problem.ts';
import { configuredRubric } from './config.ts';
import type { Context } from './io.ts';

export const defaultRubric = 'ungps-compass';

/** Where a rubric is, and what to call it in messages. */
export interface RubricPlace {
  readonly folder: string;
  readonly name: string;
  /** Its id where it came with the package. */
  readonly bundled?: string;
}

/**
 * Finds the rubric that `--rubric` or the configuration names: a folder, or the id of a bundled one.
 * @throws CompassError where there is neither
 */
export async function findRubric(context: Context, given: string | undefined): Promise<RubricPlace> {
  if (given !== undefined) return namedRubric(context, given);
  const config = await context.config();
  return namedRubric(context, (config && (await configuredRubric(context.io, config))) ?? defaultRubric);
}

async function namedRubric({ io, root }: Pick<Context, 'io' | 'root'>, named: string): Promise<RubricPlace> {
  const folder = resolve(io.cwd(), named);
  const isFolder = await stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const bundled = await bundledRubrics(root);
  if (bundled.includes(named) && !(isFolder && named !== defaultRubric))
    return { folder: join(root, 'rubrics', named), name: `rubrics/${named}`, bundled: named };
  if (isFolder) return { folder, name: named.replace(/[/\\]+$/, '') || named };
  // rubric.yaml itself is as good a name for the folder it is in.
  if (/[/\\]?rubric\.yaml$/.test(named) && named !== 'rubric.yaml')
    return namedRubric({ io, root }, named.replace(/[/\\]rubric\.yaml$/, ''));
  throw CompassError.of('rubric-not-found', named, { known: bundled.join(', ') });
}

/** Ids of the rubrics that come with the package. */
export async function bundledRubrics(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'rubrics'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export async function openRubric(context: Context, named: string | undefined): Promise<PreparedRubric> {
  const { folder, name, bundled } = await findRubric(context, named);
  const compiled =
    bundled === undefined ? undefined : compiledRubric(folder, join(context.root, 'dist', 'rubrics', `${bundled}.json`));
  return compiled ?? (await import('../rubric/load.ts')).loadRubric(folder, name);
}
