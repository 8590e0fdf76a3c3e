import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type PreparedRubric, prepareRubric } from '../core/rubric.ts';
import { validateFeature, validateFlags, validateRubric, validateStep } from '../schema/rubric-validators.js';
import type { FeatureFile, FlagsFile, RubricFile, StepFile } from '../schema/types.ts';
import { parseSource } from '../source/parse.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { readText } from '../source/read.ts';
import { schemaProblems } from '../source/schema-problems.ts';
import { blockingProblems } from './check.ts';
import { rubricDigest } from './digest.ts';
import type { RubricFolder, RubricPart } from './folder.ts';
import { resolveRubric } from './resolve.ts';

/**
 * Loads a rubric and prepares it for scoring.
 * @param folder path of the folder that contains rubric.yaml
 * @param name the folder's name in messages
 * @throws CompassError with every error that would make scores wrong; `lintRubric` finds more
 */
export async function loadRubric(folder: string, name: string = folder): Promise<PreparedRubric> {
  const files = await readRubricFolder(folder, name);
  const problems = blockingProblems(files);
  if (problems.length > 0) throw new CompassError(problems);
  const rubric = resolveRubric(files);
  return prepareRubric(rubric, rubricDigest(rubric));
}

/**
 * Reads all files of a rubric.
 * @throws CompassError with all errors of all files, if one is missing, is not YAML or does not match its schema
 */
export async function readRubricFolder(folder: string, name: string): Promise<RubricFolder> {
  const reader = new FolderReader(folder, name);
  const noRubric: Problem = { code: 'no-rubric-file', args: {}, source: name };
  const main = await reader.read<RubricFile>('rubric.yaml', validateRubric, noRubric);
  if (!main) throw new CompassError(reader.problems);
  const ids: Readonly<Record<List, readonly string[]>> = { features: main.value.features, steps: main.value.steps ?? [] };
  const features = await reader.readListed<FeatureFile>('features', ids.features, validateFeature);
  const steps = await reader.readListed<StepFile>('steps', ids.steps, validateStep);
  const flags = await reader.read<FlagsFile>('flags.yaml', validateFlags);
  if (reader.problems.length > 0) throw new CompassError(reader.problems);
  return {
    main,
    features,
    steps,
    flags,
    unlisted: [...(await reader.findUnlisted('features', ids.features)), ...(await reader.findUnlisted('steps', ids.steps))],
  };
}

/** The subfolders of a rubric whose files rubric.yaml lists. */
type List = 'features' | 'steps';
type Validator = Parameters<typeof schemaProblems>[0];

/** Reads the files of one rubric folder, and collects their errors. */
class FolderReader {
  readonly problems: Problem[] = [];
  readonly #folder: string;
  readonly #name: string;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  /**
   * @param missing the problem to report if the file does not exist; without it, a missing file is not an error
   * @returns undefined if the file is missing or has errors
   */
  async read<T>(path: string, validate: Validator, missing?: Problem): Promise<RubricPart<T> | undefined> {
    const source = `${this.#name}/${path}`;
    try {
      const parsed = parseSource(await readText(join(this.#folder, path), source), source);
      const problems = 'problems' in parsed ? parsed.problems : schemaProblems(validate, parsed);
      this.problems.push(...problems);
      return 'problems' in parsed || problems.length > 0 ? undefined : { parsed, value: parsed.value as T };
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      const isMissing = error.problems.some(({ code }) => code === 'not-found');
      if (!isMissing) this.problems.push(...error.problems);
      else if (missing) this.problems.push(missing);
      return undefined;
    }
  }

  /** Reads the files with these ids, and leaves out those that have errors. */
  async readListed<T>(list: List, ids: readonly string[], validate: Validator): Promise<RubricPart<T>[]> {
    const parts = await Promise.all(
      ids.map((id) => {
        const path = `${list}/${id}.yaml`;
        return this.read<T>(path, validate, {
          code: 'rubric-file-missing',
          args: { id, list },
          source: `${this.#name}/${path}`,
        });
      }),
    );
    return parts.filter((part) => part !== undefined);
  }

  /** The YAML files of a subfolder that have none of these ids. */
  async findUnlisted(list: List, ids: readonly string[]): Promise<RubricFolder['unlisted']> {
    const files = await readdir(join(this.#folder, list)).catch(() => []);
    return files
      .filter((file) => file.endsWith('.yaml') && !ids.includes(file.slice(0, -'.yaml'.length)))
      .sort()
      .map((file) => ({ source: `${this.#name}/${list}/${file}`, list }));
  }
}
