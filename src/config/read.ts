import { dirname } from 'node:path';
import { validateConfig } from '../schema/config-validator.js';
import type { ConfigFile } from '../schema/types.ts';
import { type ParsedSource, parseSource } from '../source/parse.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { readText } from '../source/read.ts';
import { schemaProblems } from '../source/schema-problems.ts';

export type ConfigKey = Exclude<keyof NonNullable<ConfigFile>, '$schema' | 'format'>;

/** A configuration, with the positions of its settings. */
export interface Config {
  /** The file's name in messages. */
  readonly name: string;
  /** The file's folder, absolute. Relative paths in the configuration start there. */
  readonly folder: string;
  readonly settings: Readonly<NonNullable<ConfigFile>>;
  /** The line of a setting, from 1; undefined if the file does not have the setting. */
  readonly lineOf: (key: ConfigKey) => number | undefined;
  /** Creates a problem with the position of a setting, for errors that only the code that uses the setting can detect. */
  readonly problem: ParsedSource['problem'];
}

/**
 * Reads and validates a configuration.
 * @param name the file's name in messages
 * @throws CompassError with all errors of the file
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
