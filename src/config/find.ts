import { access, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The file name of every configuration. */
export const configName = 'compass.config.yaml';

/**
 * Looks for a configuration file in a folder and its parents, up to the root of the repository (the folder with `.git`).
 * @returns the path of the file; undefined if there is none
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (let here = folder; ; here = dirname(here)) {
    const path = join(here, configName);
    const found = await stat(path).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (found) return path;
    const isRepository = await access(join(here, '.git')).then(
      () => true,
      () => false,
    );
    if (isRepository || dirname(here) === here) return undefined;
  }
}
