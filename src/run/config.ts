import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { configName, findConfig } from '../config/find.ts';
import type { Config } from '../config/read.ts';
import { findInputs } from './inputs/find-inputs.ts';
import type { Io } from './io.ts';

/**
 * Reads the configuration: the file that `--config` names, or the one found upward from the working folder.
 * @param given `false` where `--no-config` was given
 * @throws CompassError where the file is faulty, or the named one is missing
 */
export async function readConfiguration(io: Io, given: string | false | undefined): Promise<Config | undefined> {
  if (given === false) return undefined;
  const path = given === undefined ? await findConfig(io.cwd()) : resolve(io.cwd(), given);
  if (path === undefined) return undefined;
  // Only a run that has a configuration pays for reading it.
  const { readConfig } = await import('../config/read.ts');
  return readConfig(path, given ?? (fromHere(io, path) || configName));
}

/** A path that a configuration names, as the working folder would name it. */
export function configured(io: Io, { folder }: Pick<Config, 'folder'>, path: string): string {
  return fromHere(io, resolve(folder, path)) || '.';
}

/** The one answers file that a configuration names; undefined where it names none, or several. */
export async function configuredAnswers(io: Io, config: Config | undefined): Promise<string | undefined> {
  const files = config?.settings.files;
  if (!config || !files) return undefined;
  const { sources } = await findInputs(
    io,
    files.map((file) => configured(io, config, file)),
  );
  return sources.length === 1 ? sources[0] : undefined;
}

/** The rubric that a configuration names: a folder beside it goes before a bundled one of that name. */
export async function configuredRubric(io: Io, config: Config): Promise<string | undefined> {
  const { rubric } = config.settings;
  if (rubric === undefined) return undefined;
  const isFolder = await stat(resolve(config.folder, rubric)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder || /[/\\]/.test(rubric) ? configured(io, config, rubric) : rubric;
}

function fromHere({ cwd }: Io, path: string): string {
  const name = relative(cwd(), path);
  return sep === '\\' ? name.replaceAll('\\', '/') : name;
}
