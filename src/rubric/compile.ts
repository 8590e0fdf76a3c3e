import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledRubric, rubricFiles } from './compiled.ts';
import { loadRubric } from './load.ts';

/**
 * A rubric as `compiledRubric` reads it. Called by the build.
 * @throws CompassError with every fault of the rubric
 */
export async function compileRubric(folder: string): Promise<string> {
  const { rubric, digest } = await loadRubric(folder);
  const files = Object.fromEntries(rubricFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const compiled: CompiledRubric = { files, rubric, digest };
  return JSON.stringify(compiled);
}
