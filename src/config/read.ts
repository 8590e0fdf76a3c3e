import { access, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ConfigFile } from '../schema/types.ts';
import { validateConfig } from '../schema/validators.js';
import { type ParsedSource, parseSource } from '../source/parse.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { readText } from '../source/read.ts';
import { schemaProblems } from '../source/schema-problems.ts';

/** The one name that a configuration has. */
export const configName = 'compass.config.yaml';

export type ConfigKey = Exclude<keyof NonNullable<ConfigFile>, '$schema' | 'format'>;

/** A configuration that was found, and where each of its settings stands. */
export interface Config {
  /** The file, as it is to stand in messages. */
  readonly name: string;
  /** Its folder, absolute: paths in it begin there. */
  readonly folder: string;
  readonly settings: Readonly<NonNullable<ConfigFile>>;
  /** Line of a setting, from 1; undefined where the file does not have it. */
  readonly lineOf: (key: ConfigKey) => number | undefined;
  /** A fault of a setting that only its user can see, placed at its line. */
  readonly problem: ParsedSource['problem'];
}

/**
 * Looks for the configuration in a folder and in those above it, up to the one that holds the repository.
 * @returns the path of the file; undefined where there is none
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (let here = folder; ; here = dirname(here)) {
    const path = join(here, configName);
    const found = await stat(path).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (found) return path;
    const isRepository = await access(join(here, '.git')).then(
      () => true,
      () => false,
    );
    if (isRepository || dirname(here) === here) return undefined;
  }
}

/**
 * Reads a configuration.
 * @param name what to call it in messages
 * @throws CompassError with every fault of the file
 */
export async function readConfig(path: string, name: string): Promise<Config> {
  const text = await readText(path, name);
  const parsed = parseSource(text, name);
  if ('problems' in parsed) throw new CompassError(parsed.problems);
  const problems: Problem[] = schemaProblems(validateConfig, parsed);
  if (problems.length > 0) throw new CompassError(problems);
  const settings = (parsed.value ?? {}) as NonNullable<ConfigFile>;
  return {
    name,
    folder: dirname(path),
    settings,
    lineOf: (key) => (key in settings ? parsed.problem('schema', [key], {}, 'key').line : undefined),
    problem: parsed.problem,
  };
}
