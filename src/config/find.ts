import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file name of every configuration. */
export const configName = 'compass.config.yaml';

/**
 * Looks for a configuration file in a folder and its parents, up to the root of the repository (the folder with `.git`).
 * @returns the path of the file; undefined if there is none
 */
export function findConfig(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    const path = join(here, configName);
    if (statOf(path)?.isFile()) return path;
    if (statOf(join(here, '.git')) || dirname(here) === here) return undefined;
  }
}

/** Synchronous, because every start looks for a configuration: a promise for each folder would take longer than the look. */
function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
