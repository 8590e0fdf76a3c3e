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
 * A rubric ready for scoring.
 * @param folder path of the folder that holds rubric.yaml
 * @param name what to call the folder in messages
 * @throws CompassError with every fault that would make a score wrong; `lintRubric` finds more
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
 * @throws CompassError with every fault of every file, where one is missing, is no YAML or breaks its schema
 */
export async function readRubricFolder(folder: string, name: string): Promise<RubricFolder> {
  const problems: Problem[] = [];
  const read = async <T>(
    path: string,
    validate: Parameters<typeof schemaProblems>[0],
    missing: Problem | null,
  ): Promise<RubricPart<T> | undefined> => {
    const source = `${name}/${path}`;
    try {
      const parsed = parseSource(await readText(join(folder, path), source), source);
      if ('problems' in parsed) {
        problems.push(...parsed.problems);
        return undefined;
      }
      const found = schemaProblems(validate, parsed);
      problems.push(...found);
      return found.length > 0 ? undefined : { parsed, value: parsed.value as T };
    } catch (error) {
      if (!(error instanceof CompassError)) throw error;
      const isMissing = error.problems.some((problem) => problem.code === 'not-found');
      if (!isMissing) problems.push(...error.problems);
      else if (missing) problems.push(missing);
      return undefined;
    }
  };
  const noRubric: Problem = { code: 'rubric-not-found', args: {}, source: name };
  const main = await read<RubricFile>('rubric.yaml', validateRubric, noRubric);
  if (!main) throw new CompassError(problems);
  const listed = async <T>(
    list: 'features' | 'steps',
    validate: typeof validateFeature,
  ): Promise<(RubricPart<T> | undefined)[]> => {
    const ids: readonly string[] = main.value[list] ?? [];
    return Promise.all(
      ids.map((id) =>
        read<T>(`${list}/${id}.yaml`, validate, {
          code: 'rubric-file-missing',
          args: { id, list },
          source: `${name}/${list}/${id}.yaml`,
        }),
      ),
    );
  };
  const features = await listed<FeatureFile>('features', validateFeature);
  const steps = await listed<StepFile>('steps', validateStep);
  const flags = await read<FlagsFile>('flags.yaml', validateFlags, null);
  if (problems.length > 0) throw new CompassError(problems);
  return {
    main,
    features: features.filter((part) => part !== undefined),
    steps: steps.filter((part) => part !== undefined),
    flags,
    unlisted: [...(await unlisted(folder, name, 'features', main.value)), ...(await unlisted(folder, name, 'steps', main.value))],
  };
}

async function unlisted(
  folder: string,
  name: string,
  list: 'features' | 'steps',
  main: RubricFile,
): Promise<RubricFolder['unlisted']> {
  const files = await readdir(join(folder, list)).catch(() => []);
  const ids: readonly string[] = main[list] ?? [];
  return files
    .filter((file) => file.endsWith('.yaml') && !ids.includes(file.slice(0, -'.yaml'.length)))
    .sort()
    .map((file) => ({ source: `${name}/${list}/${file}`, list }));
}
