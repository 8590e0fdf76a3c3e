import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Overlay } from '../../core/localised.ts';
import { localesFolder, yamlFiles } from '../compiled.ts';

/** A translation that the build has checked. */
export interface CompiledLocale {
  /** The digest of its files at build time. */
  readonly files: string;
  /** The digest of the rubric that it was checked against. */
  readonly digest: string;
  readonly overlay: Overlay;
}

/**
 * Loads a bundled rubric's translation from the build's output.
 * @param digest of the rubric
 * @returns undefined if a file or the rubric differs, or there is no usable output
 */
export function compiledOverlay(folder: string, language: string, path: string, digest: string): Overlay | undefined {
  try {
    const compiled = JSON.parse(readFileSync(path, 'utf8')) as CompiledLocale;
    const isSame = compiled.digest === digest && compiled.files === filesDigest(folder, language);
    return isSame ? compiled.overlay : undefined;
  } catch {
    return undefined;
  }
}

/** The SHA-256 of a translation's files, with their names. */
export function filesDigest(folder: string, language: string): string {
  const path = join(folder, localesFolder, language);
  const files = localeFiles(folder, language).map((name) => [name, readFileSync(join(path, name), 'utf8')]);
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}

/** The files of a rubric's translation, relative to its folder, sorted; none if there is no such folder. */
export function localeFiles(folder: string, language: string): string[] {
  try {
    return yamlFiles(join(folder, localesFolder, language));
  } catch {
    return [];
  }
}
