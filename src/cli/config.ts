import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Config } from '../config/read.ts';
import { findInputs } from './inputs.ts';
import type { Io } from './io.ts';

/**
 * Reads the configuration once in a run: the file that `--config` names, or the one found upward from the working folder.
 * @param named `false` where `--no-config` was given
 * @throws CompassError where the file is faulty, or the named one is missing
 */
export function configReader(io: Io, named: () => string | false | undefined): () => Promise<Config | undefined> {
  let reading: Promise<Config | undefined> | undefined;
  const read = async (): Promise<Config | undefined> => {
    const given = named();
    if (given === false) return undefined;
    // Only a run that has a configuration pays for reading YAML a second time.
    const { configName, findConfig, readConfig } = await import('../config/read.ts');
    if (given !== undefined) return readConfig(resolve(io.cwd(), given), given);
    const path = await findConfig(io.cwd());
    return path === undefined ? undefined : readConfig(path, fromHere(io, path) || configName);
  };
  return () => {
    reading ??= read();
    return reading;
  };
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
