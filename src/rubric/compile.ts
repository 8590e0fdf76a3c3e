import type { CompiledRubric } from './compiled.ts';
import { filesDigest } from './digest.ts';
import { loadRubric } from './load.ts';

/**
 * A rubric as `compiledRubric` reads it. Called by the build.
 * @throws CompassError with every fault of the rubric
 */
export async function compileRubric(folder: string): Promise<string> {
  const { rubric } = await loadRubric(folder);
  const compiled: CompiledRubric = { files: await filesDigest(folder), rubric };
  return JSON.stringify(compiled);
}
