import { loadRubric } from '../load.ts';
import { type CompiledLocale, filesDigest } from './compiled.ts';
import { loadOverlay } from './load.ts';

/**
 * Compiles a rubric's translation to the JSON that `compiledOverlay` reads. Called by the build.
 * @throws CompassError with all errors of the files
 */
export async function compileLocale(folder: string, language: string): Promise<string> {
  const { rubric, digest } = await loadRubric(folder);
  const overlay = await loadOverlay(rubric, folder, folder, language);
  const compiled: CompiledLocale = { files: filesDigest(folder, language), digest, overlay };
  return JSON.stringify(compiled);
}
