import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledRubric, rubricFiles } from './compiled.ts';
import { loadRubric } from './load.ts';

export { compileLocale } from './locales/compile.ts';
export { rubricLanguages } from './locales/read.ts';

/**
 * Compiles a rubric to the JSON that `compiledRubric` reads. Called by the build.
 * @throws CompassError with all errors of the rubric
 */
export async function compileRubric(folder: string): Promise<string> {
  const { rubric, digest } = await loadRubric(folder);
  const files = Object.fromEntries(rubricFiles(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const compiled: CompiledRubric = { files, rubric, digest };
  return JSON.stringify(compiled);
}
