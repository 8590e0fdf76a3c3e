import { dirname } from 'node:path';
import { validateConfig } from '../schema/config-validator.js';
import type { ConfigFile } from '../schema/types.ts';
import { type ParsedSource, parseSource } from '../source/parse.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { readText } from '../source/read.ts';
import { schemaProblems } from '../source/schema-problems.ts';

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
