import type { Overlay } from '../../core/localised.ts';
import type { Rubric } from '../../core/rubric.ts';
import { checkLocale } from './check.ts';
import { readLocale } from './read.ts';

/**
 * Reads a rubric's translation into a language.
 * @param rubric in its own language
 * @param name the rubric's folder in messages
 * @returns the texts that are neither missing nor stale
 * @throws CompassError with all errors of the files
 */
export async function loadOverlay(rubric: Rubric, folder: string, name: string, language: string): Promise<Overlay> {
  return checkLocale(rubric, language, await readLocale(folder, name, language)).overlay;
}
