import { access, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The one name that a configuration has. */
export const configName = 'compass.config.yaml';

/**
 * Looks for the configuration in a folder and in those above it, up to the one that holds the repository.
 * @returns the path of the file; undefined where there is none
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
