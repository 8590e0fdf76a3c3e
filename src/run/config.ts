import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { configName, findConfig } from '../config/find.ts';
import type { Config } from '../config/read.ts';
import { phrase } from '../messages/phrases.ts';
import { CompassError } from '../source/problem.ts';
import { shellWord } from '../text/shell-word.ts';
import { visible } from '../text/visible.ts';
import { findInputs } from './inputs/find-inputs.ts';
import type { Io } from './io.ts';

/**
 * Reads the configuration: the file that `--config` names, or the nearest one in the working folder or above it. One that is found is
 * ignored with a warning if it may be somebody else's, and its paths must stay inside its folder.
 * @param given `false` if `--no-config` was given
 * @returns undefined if there is none
 * @throws CompassError if the file is invalid, or the named file is missing
 */
export async function readConfiguration(io: Io, given: string | false | undefined): Promise<Config | undefined> {
  if (given === false) return undefined;
  const path = given === undefined ? findConfig(io.cwd()) : resolve(io.cwd(), given);
  if (path === undefined) return undefined;
  const name = given ?? (fromHere(io, path) || configName);
  // Loaded on demand: most runs have no configuration.
  const [{ readConfig }, { distrustOf, pathProblems }] = await Promise.all([
    import('../config/read.ts'),
    import('../config/trust.ts'),
  ]);
  // Naming the file with --config says that it is trusted.
  if (given !== undefined) return readConfig(path, name);
  const distrust = await distrustOf(path);
  if (distrust !== undefined) {
    io.stderr.write(`${visible(phrase('notes', `config-${distrust}`, { file: name, word: shellWord(name) }))}\n`);
    return undefined;
  }
  const config = await readConfig(path, name);
  const problems = pathProblems(config);
  if (problems.length > 0) throw new CompassError(problems);
  return config;
}

/** Turns a path from the configuration (relative to its folder) into one relative to the working folder. */
export function configuredPath(io: Io, { folder }: Pick<Config, 'folder'>, path: string): string {
  return fromHere(io, resolve(folder, path)) || '.';
}

/** The one answers file that a configuration names; undefined if it names none, or several. */
export async function configuredAnswers(io: Io, config: Config | undefined): Promise<string | undefined> {
  const files = config?.settings.files;
  if (!config || !files) return undefined;
  const { sources } = await findInputs(
    io,
    files.map((file) => configuredPath(io, config, file)),
  );
  return sources.length === 1 ? sources[0] : undefined;
}

/** The rubric that a configuration names. A folder beside the configuration takes precedence over a bundled rubric of
 * the same name. */
export async function configuredRubric(io: Io, config: Config): Promise<string | undefined> {
  const { rubric } = config.settings;
  if (rubric === undefined) return undefined;
  const isFolder = await stat(resolve(config.folder, rubric)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder || /[/\\]/.test(rubric) ? configuredPath(io, config, rubric) : rubric;
}

function fromHere({ cwd }: Io, path: string): string {
  const name = relative(cwd(), path);
  return sep === '\\' ? name.replaceAll('\\', '/') : name;
}
